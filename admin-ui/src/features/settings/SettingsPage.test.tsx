// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { settings, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, isUnreachable, neverAnswers, received, refuses } from '@/testing/server';

const threshold = { name: 'Port Scan Attack v1: threshold' };

type User = ReturnType<typeof visit>['user'];

async function save(user: User) {
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Put in force' }));
}

describe('ActiveDefense Settings', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/settings');
    visit('/settings');
    expect(await screen.findByRole('status', { name: 'Loading the settings' })).toBeInTheDocument();
  });

  it('shows the settings in force', async () => {
    visit('/settings');
    expect(await screen.findByRole('textbox', threshold)).toHaveValue('10');
    expect(screen.getByText('Version 3 is in force')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('says what a change means, and saves the whole document with the reason that was given', async () => {
    const asked = received('post', '/settings/preview', {
      differences: [{ field: 'portScan.threshold', before: '10', after: '15' }],
      releases: 2,
      first: [{ address: '203.0.113.7', why: 'it meets the own networks' }],
    });
    const saved = received('put', '/settings', settings({ version: 4 }));
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '15');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const question = within(await screen.findByRole('dialog', { name: 'Put these settings in force?' }));
    expect(await question.findByText('It releases 2 entries')).toBeVisible();
    expect(question.getByRole('table', { name: 'Differences' })).toHaveTextContent(
      'portScan.threshold10 → 15',
    );
    expect(saved).toHaveLength(0);
    await user.type(question.getByRole('textbox', { name: 'Why' }), 'fewer false alarms{Enter}');
    expect(await screen.findByText('The settings are saved as version 4')).toBeVisible();
    const wanted = settings({
      portScan: { mode: 'enforce', threshold: 15, windowMinutes: 10, countedActions: 'all' },
    });
    expect(asked[0]?.body).toEqual(wanted);
    expect(saved[0]?.body).toEqual(wanted);
    expect(saved[0]?.url.searchParams.get('why')).toBe('fewer false alarms');
  });

  it('says at the field which range is accepted, and sends nothing', async () => {
    const saved = received('put', '/settings', settings());
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('A whole number from 1 to 1,000')).toBeVisible();
    expect(saved).toHaveLength(0);
  });

  it('shows at the field what the service does not accept, and keeps what was typed', async () => {
    const detail = 'portScan.threshold: 11 is not accepted; it must be in 12 to 13';
    refuses('put', '/settings', 400, { field: 'portScan.threshold', detail, accepted: 'in 12 to 13' });
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '11');
    await save(user);
    expect(await screen.findByText('Nothing was saved')).toBeVisible();
    expect(screen.getByText(detail)).toBeVisible();
    expect(field).toHaveValue('11');
    expect(field).toHaveAccessibleDescription('It must be in 12 to 13');
  });

  it('shows what somebody else saved meanwhile, when asked to', async () => {
    refuses('put', '/settings', 409, { field: 'version', detail: 'version 4 is in force' });
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.type(field, '0');
    await save(user);
    answers('get', '/settings', settings({ version: 4, blockWindowDays: 60 }));
    await user.click(
      await screen.findByRole('button', { name: 'Drop my changes and show what is in force' }),
    );
    expect(await screen.findByText('Version 4 is in force')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Block window in days' })).toHaveValue('60');
  });

  it('goes back to what is in force', async () => {
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '12');
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(field).toHaveValue('10');
  });

  it('can be asked again when the service could not be reached', async () => {
    isUnreachable('get', '/settings');
    const { user } = visit('/settings');
    expect(await screen.findByText('Could not load the settings')).toBeVisible();
    answers('get', '/settings', settings());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('textbox', threshold)).toBeVisible();
  });
});

describe('What is never listed', () => {
  const line = { cidr: '192.0.2.53', comment: 'their scanner' };

  async function fill(user: User, cidr: string, comment: string) {
    const form = within(await screen.findByRole('form', { name: 'Allowlist: add a network' }));
    await user.type(form.getByRole('textbox', { name: 'Allowlist: network to add' }), cidr);
    await user.type(form.getByRole('textbox', { name: 'Allowlist: comment' }), comment);
    await user.click(form.getByRole('button', { name: 'Add' }));
    return form;
  }

  it('says that the allowlist is empty and how to fill it', async () => {
    visit('/settings?tab=networks');
    const allowlist = within(await screen.findByRole('region', { name: /Allowlist/ }));
    expect(allowlist.getByText('None yet')).toBeVisible();
    expect(screen.getByText('198.51.100.0/24')).toBeVisible();
  });

  it('is added to a line at a time, by operators too', async () => {
    answers('get', '/session', signedIn({ role: 'operator' }));
    answers('post', '/networks/allowlist/preview', { differences: [], releases: 0, first: [] });
    const sent = received('post', '/networks/allowlist', [line]);
    const { user } = visit('/settings?tab=networks');
    await screen.findByText('None yet');
    answers('get', '/settings', settings({ version: 4, allowlist: [line] }));
    await fill(user, '192.0.2.53', 'their scanner');
    expect(await screen.findByRole('cell', { name: '192.0.2.53' })).toBeVisible();
    expect(sent[0]?.body).toEqual(line);
  });

  it('asks before a line releases entries', async () => {
    const first = [{ address: '192.0.2.53', why: 'it meets the allowlist' }];
    answers('post', '/networks/allowlist/preview', { differences: [], releases: 7, first });
    const sent = received('post', '/networks/allowlist', [line]);
    const { user } = visit('/settings?tab=networks');
    await fill(user, '192.0.2.53', 'their scanner');
    const question = within(await screen.findByRole('dialog', { name: 'Add 192.0.2.53?' }));
    expect(question.getByText('It releases 7 entries')).toBeVisible();
    expect(sent).toHaveLength(0);
    await user.click(question.getByRole('button', { name: 'Add and release 7' }));
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('shows at the field what is not accepted, and keeps what was typed', async () => {
    refuses('post', '/networks/allowlist/preview', 400, {
      field: 'cidr',
      detail: 'no',
      accepted: 'a network',
    });
    const { user } = visit('/settings?tab=networks');
    const form = await fill(user, 'nonsense', 'their scanner');
    expect(await form.findByText('It must be a network')).toBeVisible();
    expect(form.getByRole('textbox', { name: 'Allowlist: network to add' })).toHaveValue('nonsense');
  });

  it('loses a line only with a reason', async () => {
    const sent = received('delete', '/networks/own-networks', []);
    const { user } = visit('/settings?tab=networks');
    await user.click(await screen.findByRole('button', { name: 'Remove 198.51.100.0/24' }));
    await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'we moved');
    answers('get', '/settings', settings({ version: 4, ownNetworks: [] }));
    await user.click(screen.getByRole('button', { name: 'Take it out' }));
    await waitFor(() => expect(screen.queryByText('198.51.100.0/24')).not.toBeInTheDocument());
    expect(Object.fromEntries(sent[0]?.url.searchParams ?? [])).toEqual({
      cidr: '198.51.100.0/24',
      why: 'we moved',
    });
  });

  it('can be changed while numbers are being edited: those stay, and are saved with the new lines', async () => {
    answers('post', '/networks/allowlist/preview', { differences: [], releases: 0, first: [] });
    answers('post', '/networks/allowlist', [line]);
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '15');
    await user.click(screen.getByRole('tab', { name: 'Own networks and allowlist' }));
    answers('get', '/settings', settings({ version: 4, allowlist: [line] }));
    await fill(user, '192.0.2.53', 'their scanner');
    await screen.findByRole('cell', { name: '192.0.2.53' });
    await user.click(screen.getByRole('tab', { name: 'Rules and terms' }));
    expect(screen.getByRole('textbox', threshold)).toHaveValue('15');
    const saved = received('put', '/settings', settings({ version: 5 }));
    await save(user);
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.body).toMatchObject({ version: 4, allowlist: [line], portScan: { threshold: 15 } });
  });
});

describe('Versions', () => {
  const changes = [
    {
      version: 3,
      at: '2026-11-22T10:00:00Z',
      by: 'alice',
      why: 'too many false alarms',
      differences: [{ field: 'portScan.threshold', before: '5', after: '10' }],
    },
    { version: 2, at: '2026-11-20T10:00:00Z', by: 'admin', why: 'observe first', differences: [] },
  ];

  it('say who changed what, when and why', async () => {
    answers('get', '/settings/versions', { changes });
    visit('/settings?tab=versions');
    expect(await screen.findByText('too many false alarms')).toBeVisible();
    expect(screen.getByText(/alice/)).toBeVisible();
    expect(screen.getAllByRole('row')[0]).toHaveTextContent('portScan.threshold5 → 10');
    expect(screen.getByText('In force')).toBeVisible();
  });

  it('are searched', async () => {
    answers('get', '/settings/versions', { changes });
    const { user, address } = visit('/settings?tab=versions');
    await screen.findByText('observe first');
    await user.keyboard('/threshold');
    await waitFor(() => expect(screen.queryByText('observe first')).not.toBeInTheDocument());
    await waitFor(() => expect(address()).toBe('/settings?tab=versions&q=threshold'));
  });

  it('are put in force again with a reason, after saying what would change', async () => {
    answers('get', '/settings/versions', { changes });
    const asked = received('get', '/settings/versions/:version/differences', [
      { field: 'portScan.mode', before: 'enforce', after: 'observe' },
    ]);
    const { user } = visit('/settings?tab=versions');
    await user.click(await screen.findByRole('button', { name: 'Restore version 2' }));
    const question = within(await screen.findByRole('dialog', { name: 'Put version 2 in force again?' }));
    expect(await question.findByRole('row')).toHaveTextContent('portScan.modeenforce → observe');
    expect(asked[0]?.url.pathname).toBe('/api/v1/settings/versions/3/differences');
    expect(asked[0]?.url.searchParams.get('to')).toBe('2');
    const sent = received('post', '/settings/versions/:version/restore', settings({ version: 4 }));
    await user.type(question.getByRole('textbox', { name: 'Why' }), 'it was better');
    await user.click(question.getByRole('button', { name: 'Put in force again' }));
    expect(await screen.findByText('Version 2 is in force again, as version 4')).toBeVisible();
    expect(sent[0]?.body).toEqual({ over: 3, why: 'it was better' });
  });

  it('can be asked for again when the service failed', async () => {
    refuses('get', '/settings/versions', 500);
    const { user } = visit('/settings?tab=versions');
    expect(await screen.findByText('Could not load the versions')).toBeVisible();
    answers('get', '/settings/versions', { changes });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('observe first')).toBeVisible();
  });
});
