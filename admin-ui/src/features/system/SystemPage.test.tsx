// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anAlarm, anArchive, confirmation, signedIn, status } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, isUnreachable, neverAnswers, received, refuses } from '@/testing/server';

describe('System On Off', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/system');
    visit('/system');
    expect(await screen.findByRole('status', { name: 'Loading the switch' })).toBeInTheDocument();
  });

  it('is turned off only when that is confirmed', async () => {
    const sent = received('put', '/system', { on: false });
    const { user } = visit('/system');
    await user.click(await screen.findByRole('switch', { name: 'The system is on' }));
    const question = within(await screen.findByRole('dialog', { name: 'Turn the system off?' }));
    expect(sent).toHaveLength(0);
    await user.click(question.getByRole('button', { name: 'Turn off' }));
    expect(await screen.findByRole('switch', { name: 'The system is off' })).toBeVisible();
    expect(sent[0]?.body).toEqual({ on: false });
  });

  it('tells from then on how far the detector is', async () => {
    received('put', '/system', { on: false });
    const { user } = visit('/system');
    expect(await screen.findByText(/^The detector works with the settings in force/)).toBeVisible();
    answers('get', '/system/detector', confirmation({ on: false, confirmed: false, agreeing: 1 }));
    await user.click(screen.getByRole('switch', { name: 'The system is on' }));
    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    expect(await screen.findByText(/taking up what it was told: 1 of 4 parts have/)).toBeVisible();
    answers('get', '/system/detector', confirmation({ on: false }));
    expect(await screen.findByText(/^The detector rests with the settings in force/)).toBeVisible();
  });

  it('is turned on at once', async () => {
    answers('get', '/system', { on: false });
    const sent = received('put', '/system', { on: true });
    const { user } = visit('/system');
    await user.click(await screen.findByRole('switch', { name: 'The system is off' }));
    expect(await screen.findByRole('switch', { name: 'The system is on' })).toBeVisible();
    expect(sent[0]?.body).toEqual({ on: true });
  });

  it('says that nothing was changed when the service refused', async () => {
    answers('get', '/system', { on: false });
    refuses('put', '/system', 503);
    const { user } = visit('/system');
    await user.click(await screen.findByRole('switch', { name: 'The system is off' }));
    expect(await screen.findByText('Nothing was changed')).toBeVisible();
    expect(screen.getByRole('switch', { name: 'The system is off' })).toBeVisible();
  });

  it('says what does not do its work, and why', async () => {
    const bridge = { name: 'ingest bridge', up: false, detail: 'it has told of no log file yet' };
    answers('get', '/status', status({ components: [bridge] }));
    visit('/system');
    const parts = within(await screen.findByRole('region', { name: 'Components' }));
    expect(await parts.findByText('It has told of no log file yet')).toBeVisible();
    expect(parts.getByText('Attention')).toBeVisible();
  });

  it('can be asked again when the service could not be reached', async () => {
    isUnreachable('get', '/system');
    const { user } = visit('/system');
    expect(await screen.findByText('Could not load the switch')).toBeVisible();
    expect(screen.getByText('No connection')).toBeVisible();
    answers('get', '/system', { on: true });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('switch', { name: 'The system is on' })).toBeVisible();
  });
});

describe('A reset', () => {
  it('says what is forgotten and what stays, asks why, and follows until it is done', async () => {
    const { user } = visit('/system');
    await user.click(await screen.findByRole('button', { name: 'Forget what was counted' }));
    const question = within(await screen.findByRole('dialog', { name: 'Forget what was counted?' }));
    expect(question.getByText(/^What stays: every entry/)).toBeVisible();
    const taking = confirmation({ resetEpoch: 1, confirmed: false, agreeing: 1 });
    const sent = received('post', '/system/reset', taking);
    answers('get', '/system/detector', taking);
    await user.type(question.getByRole('textbox', { name: 'Why' }), 'a test flood');
    await user.click(question.getByRole('button', { name: 'Forget it' }));
    expect(await screen.findByText(/taking up what it was told: 1 of 4 parts have/)).toBeVisible();
    expect(sent[0]?.url.searchParams.get('why')).toBe('a test flood');
    answers('get', '/system/detector', confirmation({ resetEpoch: 1 }));
    expect(await screen.findByText(/works with the settings in force\. It was reset once/)).toBeVisible();
  });
});

describe('The log archive', () => {
  const panel = async () => within(await screen.findByRole('region', { name: 'Log archive' }));

  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/archive');
    visit('/system');
    expect(await screen.findByRole('status', { name: 'Loading the log archive' })).toBeInTheDocument();
  });

  it('says what it takes, will take and has left, day by day', async () => {
    visit('/system');
    const archive = await panel();
    expect(await archive.findByText('Filing')).toBeVisible();
    expect(archive.getByRole('row', { name: /^Takes now/ })).toHaveTextContent('12.0 GB, with its indexes');
    expect(archive.getByRole('row', { name: /^A day, of late/ })).toHaveTextContent('4.0 GB');
    expect(archive.getByRole('row', { name: /^Will take/ })).toHaveTextContent(
      '360.0 GB, when its oldest day is 90 days old',
    );
    expect(archive.getByRole('row', { name: /^Free on its disk/ })).toHaveTextContent('900.0 GB');
    const chart = within(archive.getByRole('figure', { name: 'What each day takes' }));
    expect(chart.getByRole('row', { name: '2026-11-22 4.0 GB' })).toBeInTheDocument();
  });

  it('says why nothing more is filed, and what to do', async () => {
    answers('get', '/archive', anArchive({ stopped: 'the disk has 1.9 GB left' }));
    visit('/system');
    const archive = await panel();
    expect(await archive.findByRole('alert')).toHaveTextContent(
      'No more log records are filedthe disk has 1.9 GB left',
    );
    expect(archive.getByText('Stopped')).toBeVisible();
    expect(archive.getByRole('link', { name: 'keep log records for fewer days' })).toBeVisible();
  });

  it('says when the disk will be full', async () => {
    answers('get', '/archive', anArchive({ freeBytes: 41_000_000_000 }));
    visit('/system');
    expect(await (await panel()).findByText(/the disk is full in 10 days/)).toBeVisible();
  });

  it('says what it does not know yet', async () => {
    answers(
      'get',
      '/archive',
      anArchive({ bytes: 0, bytesPerDay: 0, expectedBytes: 0, freeBytes: undefined, days: {} }),
    );
    visit('/system');
    const archive = await panel();
    expect(await archive.findByText('known once a whole day is over')).toBeVisible();
    expect(archive.getByText(/No day is measured yet/)).toBeVisible();
    expect(archive.getByText(/not known/)).toBeVisible();
  });

  it('can be asked again, and is open to viewers', async () => {
    answers('get', '/session', signedIn({ role: 'viewer' }));
    refuses('get', '/archive', 503, { detail: 'The database has not told yet; try again.' });
    const { user } = visit('/system');
    const archive = await panel();
    expect(await archive.findByText('The database has not told yet; try again.')).toBeVisible();
    answers('get', '/archive', anArchive());
    await user.click(archive.getByRole('button', { name: 'Try again' }));
    expect(await archive.findByText('Filing')).toBeVisible();
  });

  it('is where its alarm leads', async () => {
    answers('get', '/alarms', { alarms: [anAlarm({ kind: 'archive-stopped', subject: 'archive' })] });
    const { user, address } = visit('/alarms');
    await user.click(await screen.findByRole('link', { name: 'To the archive' }));
    expect(address()).toBe('/system');
  });
});
