// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anEntry } from '@/testing/builders';
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
    // Also told to who asks for the first page again meanwhile, as the page does every five seconds.
    const next = { entries: [anEntry({ address: '203.0.113.8' })], next: '203.0.113.7' };
    const asked = received('get', '/blacklist', next);
    await user.click(more);
    expect(await screen.findAllByText('203.0.113.8')).not.toHaveLength(0);
    await waitFor(() =>
      expect(asked.map(({ url }) => url.searchParams.get('after'))).toContain('203.0.113.7'),
    );
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

describe('A search', () => {
  it('is narrowed by country and ordered by a column, and can be shared and exported', async () => {
    answers('get', '/blacklist', { entries: [anEntry({ country: 'Germany' })] });
    const { user, address } = visit('/blacklist?reason=port-scan');
    await screen.findByRole('cell', { name: 'Germany' });
    const asked = received('get', '/blacklist', { entries: [anEntry({ country: 'Germany' })] });
    await user.click(screen.getByRole('combobox', { name: 'Country' }));
    await user.click(await screen.findByRole('option', { name: 'Germany' }));
    await user.click(screen.getByRole('button', { name: /^Hits/ }));
    const wanted = { reason: 'port-scan', country: 'Germany', sort: '-hits' };
    await waitFor(() => expect(parameters(asked.at(-1)?.url)).toEqual({ ...wanted, limit: '100' }));
    expect(screen.getByRole('columnheader', { name: /^Hits/ })).toHaveAttribute('aria-sort', 'descending');
    expect(address()).toContain('country=Germany');
    await user.click(screen.getByRole('button', { name: 'More' }));
    const link = await screen.findByRole('menuitem', { name: 'Export what is found as CSV' });
    const exported = new URL(link.getAttribute('href') ?? '', window.location.href);
    expect(exported.pathname).toBe('/api/v1/blacklist/export');
    expect(parameters(exported)).toEqual({ ...wanted, format: 'csv' });
  });

  it('says how many entries there are in all, and why', async () => {
    const byReason = { 'port-scan': 30, 'ip-scan': 12 };
    answers('get', '/blacklist/counts', { total: 1_042, byReason, byOrigin: { 'User Added': 5 } });
    visit('/blacklist');
    expect(
      await screen.findByText(
        '1,042 entries · Port Scan Attack v1: 30 · Port Scan Attack v2: 12 · User Added: 5',
      ),
    ).toBeVisible();
  });

  it('for an address that is not listed says why not', async () => {
    answers('get', '/blacklist', { entries: [] });
    answers('get', '/check/:ip', {
      address: '9.9.9.9',
      listed: false,
      entries: [],
      neverListed: '9.9.9.9 meets the allowlist',
      lines: [{ list: 'allowlist', line: { cidr: '9.9.9.0/24', comment: 'resolvers' } }],
      held: [],
    });
    visit('/blacklist?q=9.9.9.9');
    expect(await screen.findByText('9.9.9.9 is not listed, and never will be')).toBeVisible();
    expect(screen.getByText(/It is on the allowlist/)).toHaveTextContent('9.9.9.0/24 (resolvers)');
  });
});

describe('Checking an address', () => {
  it('that is not listed says how near each rule came to firing', async () => {
    answers('get', '/check/:ip/rules', {
      source: '192.0.2.9',
      from: '2026-11-22T10:00:00Z',
      to: '2026-11-22T10:05:00Z',
      records: 12,
      whole: true,
      rules: [
        {
          rule: 'port-scan',
          mode: 'enforce',
          counted: 12,
          distinct: 7,
          needed: 11,
          missing: 4,
          words: '7 ports of 198.51.100.20 within 5 minutes; 4 more would have fired',
        },
      ],
    });
    visit('/blacklist?check=192.0.2.9');
    const near = within(await screen.findByRole('region', { name: 'How near each rule came' }));
    expect(await near.findByText(/^7 ports of 198\.51\.100\.20 within 5 minutes/)).toBeVisible();
    expect(near.getByText('Port Scan Attack v1')).toBeVisible();
    expect(near.getByText(/^By its 12 log lines/)).toBeVisible();
  });

  it('says since when and by which entry it is blocked', async () => {
    const { user, address } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Check an address/ }));
    const form = within(await screen.findByRole('form', { name: 'Check an address' }));
    const held = anEntry({ address: '203.0.113.0/24', origin: 'User Added', reasons: [] });
    answers('get', '/check/:ip', {
      address: '203.0.113.9',
      listed: true,
      entries: [held],
      lines: [],
      held: [],
    });
    await user.type(form.getByRole('textbox'), '203.0.113.9{Enter}');
    expect(await screen.findByText('203.0.113.9 is blocked')).toBeVisible();
    expect(screen.getByRole('link', { name: '203.0.113.0/24' })).toBeVisible();
    expect(address()).toBe('/blacklist?check=203.0.113.9');
  });

  it('says what an address is not that is none', async () => {
    refuses('get', '/check/:ip', 400, { detail: 'ip: nonsense is not accepted' });
    visit('/blacklist?check=nonsense');
    expect(await screen.findByText('ip: nonsense is not accepted')).toBeVisible();
  });
});

function parameters(url: URL | undefined): Record<string, string> {
  return Object.fromEntries(url?.searchParams ?? []);
}

function addButton() {
  return screen.findByRole('button', { name: 'Add an address' });
}
