// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aStory, anEntry } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

describe('Blacklist Records', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/blacklist');
    visit('/blacklist');
    expect(await screen.findByRole('status', { name: 'Loading the blacklist' })).toBeInTheDocument();
  });

  it('lists entries with their reasons and hits', async () => {
    const userAdded = anEntry({ address: '2001:db8:7::/64', reasons: [], origin: 'User Added', hits: 3 });
    answers('get', '/blacklist', { entries: [anEntry({ country: 'Germany' }), userAdded] });
    visit('/blacklist');
    const [, first, second] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/203\.0\.113\.7.*Port Scan Attack v1.*Germany.*1,234/);
    expect(second).toHaveTextContent(/2001:db8:7::\/64.*User Added.*3/);
    expect(screen.getByText('All 2 entries')).toBeVisible();
  });

  it('searches for what is typed and keeps it in the address bar', async () => {
    const asked = received('get', '/blacklist', { entries: [anEntry()] });
    const { user, address } = visit('/blacklist');
    await screen.findByText('203.0.113.7');
    await user.keyboard('/');
    await user.keyboard('203.0.113');
    await waitFor(() => expect(asked.at(-1)?.url.searchParams.get('q')).toBe('203.0.113'));
    expect(address()).toContain('q=203.0.113');
  });

  it('asks for the next page after the last address', async () => {
    answers('get', '/blacklist', { entries: [anEntry()], next: '203.0.113.7' });
    const { user } = visit('/blacklist');
    const more = await screen.findByRole('button', { name: 'Show more' });
    const asked = received('get', '/blacklist', { entries: [anEntry({ address: '203.0.113.8' })] });
    await user.click(more);
    expect(await screen.findByText('203.0.113.8')).toBeVisible();
    expect(asked[0]?.url.searchParams.get('after')).toBe('203.0.113.7');
  });

  it('says why nothing is blocked yet', async () => {
    answers('get', '/blacklist', { entries: [] });
    visit('/blacklist');
    expect(await screen.findByText('Nothing is blocked')).toBeVisible();
    expect(screen.getByText(/No source has fired a rule yet/)).toBeVisible();
  });

  it('offers every entry when the search finds none', async () => {
    answers('get', '/blacklist', { entries: [] });
    const { user, address } = visit('/blacklist?q=192.0.2.1');
    await user.click(await screen.findByRole('button', { name: 'Show every entry' }));
    expect(await screen.findByText('Nothing is blocked')).toBeVisible();
    expect(address()).toBe('/blacklist');
  });

  it('can be asked again when the service failed', async () => {
    refuses('get', '/blacklist', 500);
    const { user } = visit('/blacklist');
    expect(await screen.findByText('The service answered with status 500.')).toBeVisible();
    answers('get', '/blacklist', { entries: [anEntry()] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('203.0.113.7')).toBeVisible();
  });
});

describe('An entry', () => {
  it('shows its evidence and its history', async () => {
    const { user } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'Details of 203.0.113.7' }));
    const evidence = within(await screen.findByRole('region', { name: 'Evidence' }));
    expect(evidence.getAllByRole('row')).toHaveLength(12);
    expect(evidence.getAllByText('198.51.100.20')).toHaveLength(11);
    expect(screen.getByText('More than 10 ports of one destination within 10 minutes')).toBeVisible();
  });

  it('is asked for by network and prefix length when it is a network', async () => {
    const asked = received('get', '/blacklist/:network/:prefix', aStory({ address: '2001:db8:7::/64' }));
    visit('/blacklist?entry=2001:db8:7::/64');
    await screen.findByRole('region', { name: 'Evidence' });
    expect(decodeURIComponent(asked[0]?.url.pathname ?? '')).toBe('/api/v1/blacklist/2001:db8:7::/64');
  });

  it('says the country of its source where a firewall told it', async () => {
    answers('get', '/blacklist/:address', aStory({ country: 'Germany' }));
    visit('/blacklist?entry=203.0.113.7');
    expect(await screen.findByText('Germany')).toBeVisible();
  });

  it('is not released without a reason', async () => {
    const released = received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.click(await screen.findByRole('button', { name: 'Release' }));
    expect(screen.getByText('Say why: it is kept in the history')).toBeVisible();
    expect(released).toHaveLength(0);
  });

  it('is released with the reason that was given', async () => {
    const released = received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.type(await screen.findByRole('textbox', { name: 'Why is it released?' }), 'our own scanner');
    await user.click(screen.getByRole('button', { name: 'Release' }));
    expect(await screen.findByText('203.0.113.7 is released')).toBeVisible();
    expect(released[0]?.url.searchParams.get('reason')).toBe('our own scanner');
  });
});

describe('Adding an address', () => {
  it('sends what was typed', async () => {
    const added = received('post', '/blacklist', anEntry({ address: '192.0.2.9' }));
    const { user } = visit('/blacklist');
    await user.click(await addButton());
    await user.type(await screen.findByRole('textbox', { name: 'Address or network' }), '192.0.2.9');
    await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'reported by a partner');
    await user.click(screen.getByRole('button', { name: 'Add to the blacklist' }));
    expect(await screen.findByText('192.0.2.9 is on the list')).toBeVisible();
    expect(added[0]?.body).toEqual({ address: '192.0.2.9', comment: 'reported by a partner' });
  });

  it('shows at the field what the service does not accept, and keeps what was typed', async () => {
    const detail = '10.0.0.1 meets a range that is not publicly routed: 10.0.0.0/8';
    refuses('post', '/blacklist', 422, { field: 'address', detail });
    const { user } = visit('/blacklist');
    await user.click(await addButton());
    const address = await screen.findByRole('textbox', { name: 'Address or network' });
    await user.type(address, '10.0.0.1');
    await user.click(screen.getByRole('button', { name: 'Add to the blacklist' }));
    expect(await screen.findByText(detail)).toBeVisible();
    expect(address).toHaveValue('10.0.0.1');
    expect(address).toHaveAccessibleDescription(detail);
  });
});

function addButton() {
  return screen.findByRole('button', { name: 'Add an address' });
}
