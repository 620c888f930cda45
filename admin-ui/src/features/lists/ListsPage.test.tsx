// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { FeedHold } from '@/lib/types';
import { aFeed, aPoller, feeds } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

const hold: FeedHold = {
  list: 'branch',
  state: 'waiting',
  served: 900,
  proposed: 12,
  since: '2026-11-22T10:00:00Z',
};

describe('Lists', () => {
  it('show that they are loading until the service answers', async () => {
    neverAnswers('get', '/feeds');
    visit('/lists');
    expect(await screen.findByRole('status', { name: 'Loading the lists' })).toBeInTheDocument();
  });

  it('say what each holds, how full it is and who polls it', async () => {
    answers('get', '/pollers', [aPoller(), aPoller({ address: '192.0.2.2', condition: 'stopped' })]);
    visit('/lists');
    expect(await screen.findByText('1 in trouble')).toBeVisible();
    const [, everything, branch] = screen.getAllByRole('row');
    expect(everything).toHaveTextContent(/blacklist.*Everything that is listed.*42.*nobody yet/);
    expect(branch).toHaveTextContent(
      /branch.*Port Scan Attack v1, IPv4, seen within 30 days.*1,000 of 1,000.*25 entries have no room/,
    );
  });

  it('are searched, and all are offered when none matches', async () => {
    const { user, address } = visit('/lists');
    await screen.findByText('branch');
    await user.keyboard('/nowhere');
    await waitFor(() => expect(address()).toContain('q=nowhere'));
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText('branch')).toBeVisible();
  });

  it('can be asked for again when the service failed', async () => {
    refuses('get', '/feeds', 500);
    const { user } = visit('/lists');
    expect(await screen.findByText('Could not load the lists')).toBeVisible();
    answers('get', '/feeds', feeds());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('branch')).toBeVisible();
  });
});

describe('A list', () => {
  it('shows its address and what to enter in the firewall, to copy', async () => {
    const { user } = visit('/lists?list=branch');
    const steps = within(await screen.findByRole('region', { name: 'For the firewall' }));
    const address = `${window.location.origin}/files/branch.txt`;
    expect(steps.getAllByText(address)).toHaveLength(2);
    expect(steps.getByText('ActiveDefense-branch')).toBeVisible();
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(steps.getByRole('button', { name: 'Copy the address' }));
    expect(await steps.findByRole('button', { name: 'Copied the address' })).toBeVisible();
    expect(written).toHaveBeenCalledWith(address);
  });

  it('says who changed what in it', async () => {
    const change = {
      version: 2,
      at: '2026-11-20T10:00:00Z',
      by: 'alice',
      why: 'a bigger model',
      differences: [{ field: 'capacity', before: '500', after: '1000' }],
    };
    answers('get', '/feeds/:name/changes', { changes: [change] });
    visit('/lists?list=branch');
    const changes = within(await screen.findByRole('region', { name: 'Changes' }));
    expect(await changes.findByText('a bigger model')).toBeVisible();
    expect(changes.getByRole('row')).toHaveTextContent('capacity500 → 1000');
  });

  it('that shrank is served smaller only with a reason', async () => {
    answers('get', '/feeds', feeds({ feeds: [aFeed({ hold })] }));
    const { user } = visit('/lists?list=branch');
    expect(await screen.findByText('It would drop from 900 to 12 entries')).toBeVisible();
    const sent = received('post', '/feeds/:name/approve', hold);
    await user.click(screen.getByRole('button', { name: 'Serve the smaller list' }));
    const asked = within(await screen.findByRole('dialog', { name: 'Serve branch with 12 entries?' }));
    await user.click(asked.getByRole('button', { name: 'Serve the smaller list' }));
    expect(asked.getByText('Say why: it is kept on record')).toBeVisible();
    expect(sent).toHaveLength(0);
    await user.type(asked.getByRole('textbox', { name: 'Why' }), 'partners are allowed now');
    await user.click(asked.getByRole('button', { name: 'Serve the smaller list' }));
    expect(await screen.findByText('The smaller list branch is served')).toBeVisible();
    expect(sent[0]?.url.pathname).toBe('/api/v1/feeds/branch/approve');
    expect(sent[0]?.url.searchParams.get('why')).toBe('partners are allowed now');
  });

  it('that was kept says by whom, and can still be served smaller', async () => {
    const kept: FeedHold = { ...hold, state: 'kept', by: 'alice', why: 'looking into it' };
    answers('get', '/feeds', feeds({ feeds: [aFeed({ hold: kept })] }));
    visit('/lists?list=branch');
    expect(await screen.findByText(/alice chose to keep it/)).toHaveTextContent('looking into it');
    expect(screen.queryByRole('button', { name: 'Keep the last version' })).not.toBeInTheDocument();
  });

  it('is changed as a whole, from the version that was seen; its password stays', async () => {
    const sent = received('put', '/feeds/:name', aFeed({ version: 3 }));
    const { user } = visit('/lists?list=branch');
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    const form = within(await screen.findByRole('form', { name: 'Change the feed' }));
    const capacity = form.getByRole('textbox', { name: 'Capacity, in lines' });
    await user.clear(capacity);
    await user.type(capacity, '2000');
    await user.type(form.getByRole('textbox', { name: 'Why' }), 'more room');
    await user.click(form.getByRole('button', { name: 'Change the feed' }));
    expect(await screen.findByText('The feed branch is changed')).toBeVisible();
    expect(sent[0]?.url.searchParams.get('why')).toBe('more room');
    expect(sent[0]?.body).toEqual({
      version: 2,
      comment: 'the small firewalls',
      selection: { reasons: ['port-scan'], origins: [], devices: [], family: 'ipv4', seenWithinDays: 30 },
      capacity: 2_000,
      merged: true,
      format: 'plain',
      access: { kind: 'basic', user: 'branch-fw' },
    });
  });

  it('is given up with a reason', async () => {
    const sent = received('delete', '/feeds/:name', {});
    const { user } = visit('/lists?list=branch');
    await user.click(await screen.findByRole('button', { name: 'Give it up' }));
    const asked = within(await screen.findByRole('dialog', { name: 'Give up the feed branch?' }));
    await user.type(asked.getByRole('textbox', { name: 'Why' }), 'the branch is closed');
    await user.click(asked.getByRole('button', { name: 'Give it up' }));
    expect(await screen.findByText('The feed branch is given up')).toBeVisible();
    expect(sent[0]?.url.searchParams.get('why')).toBe('the branch is closed');
  });
});

describe('Defining a feed', () => {
  async function form(user: ReturnType<typeof visit>['user']) {
    await user.click(await screen.findByRole('button', { name: 'Define a feed' }));
    return within(await screen.findByRole('form', { name: 'Define the feed' }));
  }

  it('shows beforehand what it would hold, and what has no room', async () => {
    const asked = received('post', '/feeds/preview', { entries: 90, lines: 50, leftOut: 40, first: [] });
    const { user } = visit('/lists');
    const fields = await form(user);
    expect(await fields.findByText(/50 lines for 90 entries; 40 entries would have no room/)).toBeVisible();
    await user.click(fields.getByRole('combobox', { name: 'Reasons' }));
    await user.click(await screen.findByRole('option', { name: 'Port Scan Attack v2' }));
    await waitFor(() =>
      expect(asked.at(-1)?.body).toMatchObject({ selection: { reasons: ['ip-scan'] }, capacity: 50_000 }),
    );
    expect(asked.at(-1)?.body).not.toHaveProperty('access');
  });

  it('shows at the field what the service does not accept, and keeps what was typed', async () => {
    const accepted = '1 or more networks';
    refuses('post', '/feeds', 400, { field: 'access.networks[0]', detail: 'no', accepted });
    const { user } = visit('/lists');
    const fields = await form(user);
    await user.type(fields.getByRole('textbox', { name: 'Name' }), 'dmz');
    await user.click(fields.getByRole('radio', { name: 'From networks' }));
    await user.type(await fields.findByRole('combobox', { name: 'Networks' }), 'nonsense{Enter}');
    await user.type(fields.getByRole('textbox', { name: 'Why' }), 'a new firewall');
    await user.click(fields.getByRole('button', { name: 'Define the feed' }));
    expect(await screen.findByText(`It must be ${accepted}`)).toBeVisible();
    expect(fields.getByRole('textbox', { name: 'Name' })).toHaveValue('dmz');
  });
});

describe('Who polls', () => {
  it('is listed with the last poll, how it was answered, and whether it has the present version', async () => {
    const refused = aPoller({
      address: '2001:db8::7',
      condition: 'refused',
      lastStatus: 401,
      version: '"old"',
      refusedSince: '2026-11-22T09:00:00Z',
    });
    answers('get', '/pollers', [aPoller(), refused]);
    visit('/lists?tab=consumers');
    expect(await screen.findByText('the present version')).toBeVisible();
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent(/192\.0\.2\.1.*Fine.*polls branch as branch-fw.*nothing new \(304\)/);
    expect(second).toHaveTextContent(/2001:db8::7.*Refused.*user or password wrong \(401\).*refused since/);
    expect(second).toHaveTextContent('an older version');
  });

  it('is forgotten when that is confirmed', async () => {
    const sent = received('delete', '/pollers/:list/:address', {});
    const { user } = visit('/lists?tab=consumers');
    await user.click(await screen.findByRole('button', { name: 'Forget 192.0.2.1 of branch' }));
    await user.click(await screen.findByRole('button', { name: 'Forget it' }));
    expect(await screen.findByText('192.0.2.1 is forgotten')).toBeVisible();
    expect(sent[0]?.url.pathname).toBe('/api/v1/pollers/branch/192.0.2.1');
  });

  it('says how the first one gets here', async () => {
    answers('get', '/pollers', []);
    visit('/lists?tab=consumers');
    expect(await screen.findByText('Nobody has polled a list yet')).toBeVisible();
  });
});
