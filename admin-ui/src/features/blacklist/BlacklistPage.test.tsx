// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aRecordedDetection, aStory, anEntry, settings } from '@/testing/builders';
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

describe('An entry', () => {
  it('shows its evidence and its history', async () => {
    const { user } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'Details of 203.0.113.7' }));
    const evidence = within(await screen.findByRole('region', { name: 'Evidence' }));
    expect(evidence.getAllByRole('row')).toHaveLength(12);
    expect(evidence.getAllByText('198.51.100.20')).toHaveLength(11);
    expect(screen.getByText('More than 10 ports of one destination within 10 minutes')).toBeVisible();
  });

  it('shows how it came over the threshold of the settings that were in force then', async () => {
    const { entry, history } = aStory();
    const detection = aRecordedDetection({}, { evidence: entry.evidence, settingsVersion: 2 });
    answers('get', '/blacklist/203.0.113.7', { entry, history, detections: [detection] });
    answers('get', '/settings/versions/2', settings({ version: 2 }));
    visit('/blacklist?entry=203.0.113.7');
    const rule = 'More than 10 ports of one destination within 10 minutes.';
    expect(await screen.findByText(new RegExp(`^${rule} That was version 2`))).toBeVisible();
    const timeline = within(screen.getByRole('figure', { name: 'What it touched, one after the other' }));
    expect(timeline.getAllByRole('row')).toHaveLength(11);
    expect(timeline.getAllByRole('row')[0]).toHaveTextContent(/^port 20/);
    expect(screen.getByText('11 of them within 4 min')).toBeVisible();
    const detections = within(screen.getByRole('region', { name: 'Detections' }));
    expect(detections.getByText(/it was listed, or its entry renewed · version 2/)).toBeVisible();
  });

  it('is asked for by network and prefix length when it is a network', async () => {
    const asked = received('get', '/blacklist/:network/:prefix', aStory({ address: '2001:db8:7::/64' }));
    visit('/blacklist?entry=2001:db8:7::/64');
    await screen.findByRole('region', { name: 'Evidence' });
    expect(decodeURIComponent(asked[0]?.url.pathname ?? '')).toBe('/api/v1/blacklist/2001:db8:7::/64');
  });

  it('says the country of its source where a firewall told it', async () => {
    answers('get', '/blacklist/203.0.113.7', aStory({ country: 'Germany' }));
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

  it('is closed when it is released, however soon it is told to be and however late the list comes', async () => {
    received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.type(await screen.findByRole('textbox', { name: 'Why is it released?' }), 'our own scanner');
    answers('get', '/blacklist/203.0.113.7', aStory({ releasedAt: '2026-11-22T10:00:00Z' }));
    neverAnswers('get', '/blacklist');
    await user.click(screen.getByRole('button', { name: 'Release' }));
    expect(await screen.findByText('203.0.113.7 is released')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });
});

describe('An entry that shall never come back', () => {
  it('is put on the allowlist with its release', async () => {
    const released = received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.type(await screen.findByRole('textbox', { name: 'Why is it released?' }), 'a partner');
    await user.click(screen.getByRole('checkbox', { name: /never listed again/ }));
    await user.click(screen.getByRole('button', { name: 'Release' }));
    expect(await screen.findByText('203.0.113.7 is released and on the allowlist')).toBeVisible();
    expect(released[0]?.url.searchParams.get('neverAgain')).toBe('true');
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

describe('An import', () => {
  async function form(user: ReturnType<typeof visit>['user']) {
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Import addresses' }));
    return within(await screen.findByRole('form', { name: 'Import addresses' }));
  }

  it('says what it would add before it adds anything', async () => {
    const { user } = visit('/blacklist');
    const fields = await form(user);
    await user.type(fields.getByRole('textbox', { name: 'Lines' }), '192.0.2.1{Enter}192.0.2.2');
    const looked = received('post', '/blacklist/import', { added: 2, listedBefore: 1, dryRun: true });
    await user.click(fields.getByRole('button', { name: 'See what it would add' }));
    expect(await fields.findByText(/^2 would be added; 1 are listed already/)).toBeVisible();
    expect(parameters(looked[0]?.url)).toEqual({ dryRun: 'true' });
    const sent = received('post', '/blacklist/import', { added: 2, listedBefore: 1, dryRun: false });
    await user.click(fields.getByRole('button', { name: 'Add 2' }));
    expect(await screen.findByText('2 addresses and prefixes are added')).toBeVisible();
    expect(sent[0]).toMatchObject({
      body: '192.0.2.1\n192.0.2.2',
      type: 'text/plain',
      csrfToken: 'a-csrf-token',
    });
  });

  it('of a file with a heading is one of CSV', async () => {
    const { user } = visit('/blacklist');
    const fields = await form(user);
    const text = 'address,comment\n192.0.2.1,a partner\n';
    await user.upload(
      document.querySelector<HTMLInputElement>('input[type="file"]') ?? document.createElement('input'),
      new File([text], 'list.csv', { type: 'text/csv' }),
    );
    await waitFor(() => expect(fields.getByRole('textbox', { name: 'Lines' })).toHaveValue(text));
    const looked = received('post', '/blacklist/import', { added: 1, listedBefore: 0, dryRun: true });
    await user.click(fields.getByRole('button', { name: 'See what it would add' }));
    await fields.findByText(/^1 would be added/);
    expect(looked[0]).toMatchObject({ body: text, type: 'text/csv' });
  });

  it('tells each line that is not accepted, and loses none', async () => {
    const accepted = 'an address or a prefix';
    refuses('post', '/blacklist/import', 400, {
      detail: 'One line is not accepted.',
      errors: [{ line: 2, field: 'address', value: 'nonsense', accepted }],
    });
    const { user } = visit('/blacklist');
    const fields = await form(user);
    await user.type(fields.getByRole('textbox', { name: 'Lines' }), '192.0.2.1{Enter}nonsense');
    await user.click(fields.getByRole('button', { name: 'See what it would add' }));
    const faults = within(await screen.findByRole('table', { name: 'Lines that are not accepted' }));
    expect(faults.getByRole('row')).toHaveTextContent(`Line 2nonsenseaddress must be ${accepted}`);
    expect(fields.getByRole('textbox', { name: 'Lines' })).toHaveValue('192.0.2.1\nnonsense');
  });
});

describe('An undo', () => {
  it('says what it would release, and releases it with a reason', async () => {
    const asked = received('get', '/blacklist/undo', { releases: 37, keeps: 4, first: [anEntry()] });
    const { user } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Undo what a rule has listed' }));
    expect(await screen.findByText(/^37 would be released; 4 stay/)).toBeVisible();
    expect(asked[0]?.url.searchParams.get('rule')).toBe('port-scan');
    const sent = received('post', '/blacklist/undo', { released: 37 });
    await user.click(screen.getByRole('button', { name: 'Release 37' }));
    const question = within(await screen.findByRole('dialog', { name: 'Release 37 entries?' }));
    await user.type(question.getByRole('textbox', { name: 'Why' }), 'the threshold was too low');
    await user.click(question.getByRole('button', { name: 'Release them' }));
    expect(await screen.findByText('37 entries are released')).toBeVisible();
    expect(sent[0]?.body).toEqual({
      rule: 'port-scan',
      since: asked[0]?.url.searchParams.get('since'),
      why: 'the threshold was too low',
    });
  });
});

function parameters(url: URL | undefined): Record<string, string> {
  return Object.fromEntries(url?.searchParams ?? []);
}

function addButton() {
  return screen.findByRole('button', { name: 'Add an address' });
}
