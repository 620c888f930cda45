// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { anAlarm, status } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

describe('Alarms', () => {
  beforeEach(() => answers('get', '/alarms', { alarms: [anAlarm()] }));

  it('show that they are loading until the service answers', async () => {
    neverAnswers('get', '/alarms');
    visit('/alarms');
    expect(await screen.findByRole('status', { name: 'Loading the alarms' })).toBeInTheDocument();
  });

  it('say what is wrong, since when, and what to do', async () => {
    visit('/alarms');
    const [alarm] = within(await screen.findByRole('list', { name: 'Alarms' })).getAllByRole('listitem');
    expect(alarm).toHaveTextContent(/A device is silent.*Stands.*PA-EDGE-1: no line for 12 min/);
    expect(alarm).toHaveTextContent(/See whether the firewall still logs\..*Since/);
  });

  it('lead to where something can be done', async () => {
    const { user, address } = visit('/alarms');
    await user.click(await screen.findByRole('link', { name: 'To the device' }));
    expect(await screen.findByRole('heading', { name: 'Syslog Devices' })).toBeVisible();
    expect(address()).toBe('/devices?device=PA-EDGE-1');
  });

  it('are taken note of', async () => {
    const { user } = visit('/alarms');
    const take = await screen.findByRole('button', { name: 'Take note: A device is silent, PA-EDGE-1' });
    const sent = received('post', '/alarms/:id/acknowledge', anAlarm());
    const noticed = anAlarm({ acknowledgedBy: 'admin', acknowledgedAt: '2026-11-22T10:01:00Z' });
    answers('get', '/alarms', { alarms: [noticed] });
    await user.click(take);
    expect(await screen.findByText(/admin took note/)).toBeVisible();
    expect(sent[0]?.url.pathname).toBe('/api/v1/alarms/5/acknowledge');
    expect(screen.queryByRole('button', { name: /^Take note/ })).not.toBeInTheDocument();
  });

  it('that could not be taken note of say why', async () => {
    refuses('post', '/alarms/:id/acknowledge', 503);
    const { user } = visit('/alarms');
    await user.click(await screen.findByRole('button', { name: /^Take note/ }));
    expect(await screen.findByText(/The service is starting/)).toBeVisible();
  });

  it('that are over are shown when asked for, and the address bar keeps that', async () => {
    const { user, address } = visit('/alarms');
    await screen.findByText('A device is silent');
    const asked = received('get', '/alarms', { alarms: [anAlarm({ clearedAt: '2026-11-22T10:09:00Z' })] });
    await user.click(screen.getByRole('radio', { name: 'All there were' }));
    expect(await screen.findByText('Over')).toBeVisible();
    expect(asked[0]?.url.searchParams.get('which')).toBe('all');
    expect(address()).toBe('/alarms?which=all');
  });

  it('are searched, and all are offered when none matches', async () => {
    const { user, address } = visit('/alarms');
    await screen.findByText('A device is silent');
    await user.keyboard('/nothing');
    await waitFor(() => expect(address()).toContain('q=nothing'));
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText('A device is silent')).toBeVisible();
  });

  it('go on behind the last one', async () => {
    answers('get', '/alarms', { alarms: [anAlarm()], next: 5 });
    const { user } = visit('/alarms');
    const more = await screen.findByRole('button', { name: 'Show more' });
    // Also told to who asks for the first page again meanwhile, as the page does every five seconds.
    const next = { alarms: [anAlarm({ id: 4, kind: 'new-kind' })], next: 5 };
    const asked = received('get', '/alarms', next);
    await user.click(more);
    expect(await screen.findAllByText('New kind')).not.toHaveLength(0);
    await waitFor(() => expect(asked.map(({ url }) => url.searchParams.get('before'))).toContain('5'));
  });

  it('say that all is well', async () => {
    answers('get', '/alarms', { alarms: [] });
    visit('/alarms');
    expect(await screen.findByText('All is well')).toBeVisible();
  });

  it('can be asked for again when the service failed', async () => {
    refuses('get', '/alarms', 500);
    const { user } = visit('/alarms');
    expect(await screen.findByText('Could not load the alarms')).toBeVisible();
    answers('get', '/alarms', { alarms: [anAlarm()] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('A device is silent')).toBeVisible();
  });
});

describe('The bell', () => {
  it('says on every page how many alarms call, and leads to them', async () => {
    answers('get', '/status', status({ unnoticedAlarms: 2 }));
    const { user } = visit('/settings');
    await user.click(await screen.findByRole('link', { name: 'Alarms: 2 to take note of' }));
    expect(await screen.findByRole('heading', { name: 'Alarms' })).toBeVisible();
  });
});
