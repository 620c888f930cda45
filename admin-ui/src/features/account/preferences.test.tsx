// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anAuditEvent, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers } from '@/testing/server';
import { dateTime } from '@/lib/format';
import { browserZone } from '@/lib/zone';

const moment = '2026-11-22T08:00:00Z';

async function chooseZone(name: string) {
  const visited = visit('/account?tab=preferences');
  const field = await screen.findByRole('combobox', { name: 'Time zone' });
  await visited.user.clear(field);
  await visited.user.type(field, name);
  await visited.user.click(await screen.findByRole('option', { name }));
  return visited;
}

describe('Preferences', () => {
  it('begin with the zone of the browser', async () => {
    visit('/account?tab=preferences');
    const field = await screen.findByRole('combobox', { name: 'Time zone' });
    expect(field).toHaveValue(`This browser’s (${browserZone})`);
  });

  it('have every time shown in the zone that is chosen, with the exact one on hover', async () => {
    const { user } = await chooseZone('Asia/Kathmandu');
    expect(screen.getByText(/UTC\+5:45/)).toBeVisible();
    expect(dateTime(moment)).toBe('2026-11-22 13:45:00');
    answers('get', '/audit', { events: [anAuditEvent({ at: moment })] });
    await user.click(screen.getByRole('link', { name: 'Audit' }));
    const time = await screen.findByText('2026-11-22 13:45:00');
    expect(time).toHaveAttribute(
      'title',
      '2026-11-22 13:45:00.000 Asia/Kathmandu (UTC+5:45) · 2026-11-22T08:00:00.000Z',
    );
  });

  it('have times entered in that zone', async () => {
    const { user, address } = await chooseZone('Asia/Kathmandu');
    await user.click(screen.getByRole('link', { name: 'Audit' }));
    await user.type(await screen.findByLabelText('From'), '2026-11-22T13:45');
    await waitFor(() => expect(decodeURIComponent(address())).toContain('from=2026-11-22T08:00:00.000Z'));
    expect(screen.getByLabelText('From')).toHaveValue('2026-11-22T13:45');
  });

  it('go back to the zone of the browser', async () => {
    const { user } = await chooseZone('Asia/Kathmandu');
    await user.clear(screen.getByRole('combobox', { name: 'Time zone' }));
    await user.click(await screen.findByRole('option', { name: /^This browser’s/ }));
    expect(localStorage.getItem('time-zone')).toBeNull();
  });

  it('follow what was chosen in another tab', async () => {
    visit('/account?tab=preferences');
    await screen.findByRole('combobox', { name: 'Time zone' });
    window.dispatchEvent(new StorageEvent('storage', { key: 'time-zone', newValue: 'America/New_York' }));
    expect(await screen.findByText(/UTC−[45]/)).toBeVisible();
  });

  it('choose the colours', async () => {
    const { user } = visit('/account?tab=preferences');
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    await waitFor(() =>
      expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark'),
    );
  });
});

describe('Keys', () => {
  it('are listed by ?, those of the pages that one may see', async () => {
    answers('get', '/session', signedIn({ role: 'viewer' }));
    const { user } = visit('/');
    await screen.findByRole('heading', { name: 'Overview' });
    await user.keyboard('?');
    const dialog = within(await screen.findByRole('dialog', { name: 'Keyboard keys' }));
    expect(dialog.getByRole('row', { name: '/ Search the list that is shown' })).toBeVisible();
    expect(dialog.getByRole('row', { name: /^g ?b To Blacklist Records/ })).toBeVisible();
    expect(dialog.queryByRole('row', { name: /To Audit/ })).not.toBeInTheDocument();
  });

  it('lead to a page, and then to its search', async () => {
    const { user, address } = visit('/');
    await screen.findByRole('heading', { name: 'Overview' });
    await user.keyboard('gb');
    const search = await screen.findByRole('textbox', { name: 'Search the blacklist' });
    expect(address()).toBe('/blacklist');
    await user.keyboard('/');
    expect(search).toHaveFocus();
    expect(search).toHaveValue('');
  });

  it('do nothing while something is typed, nor behind a dialog', async () => {
    const { user, address } = visit('/blacklist');
    const search = await screen.findByRole('textbox', { name: 'Search the blacklist' });
    await user.type(search, 'go?/');
    expect(search).toHaveValue('go?/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    search.blur();
    await user.click(screen.getByRole('button', { name: 'Add an address' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByRole('button', { name: 'Cancel' }).focus();
    await user.keyboard('go');
    expect(address()).toContain('/blacklist');
  });

  it('can be turned off, and are found in the menu too', async () => {
    const { user, address } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'Your account: admin' }));
    await user.click(await screen.findByRole('menuitem', { name: /Keyboard keys/ }));
    await user.click(await screen.findByRole('switch', { name: /^Single keys work/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('go?');
    expect(address()).toBe('/blacklist');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
