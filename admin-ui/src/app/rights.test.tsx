// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FeedHold, Role } from '@/lib/types';
import { aDevice, aFeed, anAlarm, devices, feeds, settings, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers } from '@/testing/server';

const waiting = aDevice({ standing: 'waiting', conditions: [{ kind: 'waiting', detail: 'it waits' }] });

function as(role: Role, address: string) {
  answers('get', '/session', signedIn({ role }));
  return visit(address);
}

/** Shown, then what may be offered by then is. */
async function offers(name: string, shown: Promise<unknown>) {
  await shown;
  return screen.queryAllByRole('button', { name }).length > 0;
}

describe.each([
  ['viewer', false, false],
  ['operator', true, false],
  ['admin', true, true],
] as const)('To the role %s', (role, overrules, rules) => {
  it('the blacklist is offered as it may be changed', async () => {
    as(role, '/blacklist');
    const shown = screen.findByText('203.0.113.7');
    expect(await offers('Add an address', shown)).toBe(overrules);
  });

  it('an empty blacklist too', async () => {
    answers('get', '/blacklist', { entries: [] });
    as(role, '/blacklist');
    expect(await offers('Add an address', screen.findByText('Nothing is blocked'))).toBe(overrules);
    expect(screen.queryByText(/You can also add an address yourself/) !== null).toBe(overrules);
  });

  it('an entry is offered to be released', async () => {
    as(role, '/blacklist?entry=203.0.113.7');
    const shown = screen.findByRole('region', { name: 'Evidence' });
    expect(await offers('Release', shown)).toBe(overrules);
  });

  it('devices are offered to be decided about', async () => {
    answers('get', '/devices', devices(waiting));
    as(role, '/devices');
    const shown = screen.findByRole('button', { name: 'Details of PA-EDGE-1' });
    expect(await offers('Approve PA-EDGE-1', shown)).toBe(overrules);
    expect(await offers('Register a device', shown)).toBe(overrules);
  });

  it('a device’s fields are open to who decides', async () => {
    answers('get', '/devices', devices(waiting));
    as(role, '/devices?device=PA-EDGE-1');
    const form = within(await screen.findByRole('form', { name: 'Decide' }));
    expect(form.getByRole('switch', { name: /^Read its lines/ }).matches(':enabled')).toBe(overrules);
    expect(form.queryByRole('button', { name: 'Approve' }) !== null).toBe(overrules);
  });

  it('alarms are offered to be taken note of', async () => {
    answers('get', '/alarms', { alarms: [anAlarm()] });
    as(role, '/alarms');
    const shown = screen.findByText('A device is silent');
    expect(await offers('Take note: A device is silent, PA-EDGE-1', shown)).toBe(overrules);
  });

  it('what is held is offered to be decided about', async () => {
    as(role, '/review?held=9');
    const shown = screen.findByRole('region', { name: 'Evidence' });
    expect(await offers('List: 203.0.113.53', shown)).toBe(overrules);
    expect(screen.queryByLabelText('Choose 203.0.113.53') !== null).toBe(overrules);
  });

  it('feeds are offered to be defined, and a list that waits to be decided about', async () => {
    const hold = {
      list: 'branch',
      state: 'waiting',
      served: 900,
      proposed: 12,
      since: '2026-11-22T10:00:00Z',
    };
    answers('get', '/feeds', feeds({ feeds: [aFeed({ hold: hold as FeedHold })] }));
    as(role, '/lists?list=branch');
    const shown = screen.findByRole('region', { name: 'Definition' });
    expect(await offers('Change', shown)).toBe(rules);
    expect(screen.queryByRole('button', { name: 'Give it up' }) !== null).toBe(rules);
    expect(screen.queryByRole('button', { name: 'Serve the smaller list' }) !== null).toBe(overrules);
    expect(screen.queryAllByText('Define a feed').length > 0).toBe(rules);
  });

  it('the settings are open to who may save them', async () => {
    as(role, '/settings');
    const form = within(await screen.findByRole('form', { name: 'Settings' }));
    const fields = [
      ...form.getAllByRole('textbox'),
      ...form.getAllByRole('combobox'),
      ...form.getAllByRole('radio'),
    ];
    expect(fields.filter((field) => field.matches(':enabled'))).toHaveLength(rules ? fields.length : 0);
    expect(form.queryByRole('button', { name: 'Save' }) !== null).toBe(rules);
  });

  it('what is never listed is open to who overrules the list', async () => {
    answers('get', '/settings', settings({ allowlist: [{ cidr: '192.0.2.53' }] }));
    as(role, '/settings?tab=networks');
    const shown = screen.findByText('192.0.2.53');
    expect(await offers('Remove 192.0.2.53', shown)).toBe(overrules);
    expect(screen.queryAllByRole('button', { name: 'Add' }).length > 0).toBe(overrules);
  });

  it('earlier settings are offered to be restored', async () => {
    const earlier = { version: 2, at: '2026-11-20T10:00:00Z', by: 'admin', why: 'at first', differences: [] };
    answers('get', '/settings/versions', { changes: [earlier] });
    as(role, '/settings?tab=versions');
    expect(await offers('Restore version 2', screen.findByText('at first'))).toBe(rules);
  });

  it('the detector is offered to be reset', async () => {
    as(role, '/system');
    const shown = screen.findByText(/The detector works with the settings in force/);
    expect(await offers('Forget what was counted', shown)).toBe(rules);
  });

  it('the switch is open to who may turn it', async () => {
    as(role, '/system');
    const theSwitch = await screen.findByRole('switch', { name: /The system is on/ });
    expect(theSwitch.matches(':enabled')).toBe(rules);
    expect(screen.queryByText('Only an admin turns the system on or off.') !== null).toBe(!rules);
  });

  it('who is told is open to admins, and what was delivered to all', async () => {
    as(role, '/notifications');
    expect(await screen.findByRole('tab', { name: 'Deliveries' })).toBeVisible();
    expect(screen.queryByRole('tab', { name: 'SMTP Settings' }) !== null).toBe(rules);
    expect(screen.queryByRole('tab', { name: 'Notification Recipients' }) !== null).toBe(rules);
  });

  it('the menu leads only where one may look', async () => {
    as(role, '/');
    const menu = within(await screen.findByRole('navigation', { name: 'Pages' }));
    const links = menu.getAllByRole('link').map((link) => link.textContent);
    expect(links.includes('Users and Groups')).toBe(rules);
    expect(links.includes('Audit')).toBe(rules);
    expect(links).toHaveLength(rules ? 12 : 10);
  });
});
