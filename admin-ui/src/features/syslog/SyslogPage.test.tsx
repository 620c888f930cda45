// SPDX-License-Identifier: Apache-2.0
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aLogRecord, anEntry, histogram, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';
import { FakeStream } from '@/testing/stream';

function parameters(url: URL | undefined): Record<string, string> {
  return Object.fromEntries(url?.searchParams ?? []);
}

beforeEach(() => localStorage.clear());

describe('Syslog Records', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/records');
    visit('/syslog');
    expect(await screen.findByRole('status', { name: 'Loading the log records' })).toBeInTheDocument();
  });

  it('lists the records of the last 24 hours with the usual columns', async () => {
    const asked = received('get', '/records', { records: [aLogRecord()] });
    visit('/syslog');
    const table = within(await screen.findByRole('table', { name: 'Log records' }));
    expect(table.getAllByRole('row')[1]).toHaveTextContent(
      /vulnerability.*Germany.*203\.0\.113\.7.*40001.*198\.51\.100\.20.*443.*reset-both.*inbound-default.*Log4j.*critical/,
    );
    expect(parameters(asked[0]?.url)).toEqual({ last: 'P1D', limit: '100' });
  });

  it('searches for what is typed, keeps it in the address bar and in the export', async () => {
    const asked = received('get', '/records', { records: [aLogRecord()] });
    const { user, address } = visit('/syslog?port=443&last=PT1H');
    await screen.findByRole('table', { name: 'Log records' });
    await user.keyboard('/');
    await user.paste('203.0.113.0/24');
    const wanted = { source: '203.0.113.0/24', port: '443', last: 'PT1H' };
    await waitFor(() => expect(parameters(asked.at(-1)?.url)).toEqual({ ...wanted, limit: '100' }));
    expect(address()).toContain('source=203.0.113.0%2F24');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    const link = await screen.findByRole('menuitem', { name: 'What is found as CSV' });
    const exported = new URL(link.getAttribute('href') ?? '', window.location.href);
    expect(exported.pathname).toBe('/api/v1/records/export');
    expect(parameters(exported)).toEqual({ ...wanted, format: 'csv' });
  });

  it('says what narrows the search, each to be taken away', async () => {
    const { user, address } = visit('/syslog?action=deny&leastSeverity=high');
    expect(await screen.findByText('Severity at least: high')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Any action' }));
    await waitFor(() => expect(address()).toBe('/syslog?leastSeverity=high'));
  });

  it('offers any time and no filter where nothing fits', async () => {
    answers('get', '/records', { records: [] });
    const { user, address } = visit('/syslog?user=nobody');
    expect(await screen.findByText('No record fits')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    await user.click(await screen.findByRole('button', { name: 'Look at any time' }));
    await waitFor(() => expect(address()).toBe('/syslog?last=any'));
    expect(await screen.findByText(/Nothing of the kind is kept/)).toBeVisible();
  });

  it('says how far back a search came that took too long, and goes on from there', async () => {
    answers('get', '/records', { records: [], next: 'on', searchedTo: '2026-11-20T10:00:00Z' });
    const { user } = visit('/syslog?threat=log4j');
    expect(await screen.findByText(/^Searched back to/)).toBeVisible();
    const asked = received('get', '/records', { records: [aLogRecord()] });
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('table', { name: 'Log records' })).toBeVisible();
    expect(asked[0]?.url.searchParams.get('cursor')).toBe('on');
  });

  it('shows how many there were when', async () => {
    answers('get', '/records/histogram', histogram(3, 5));
    visit('/syslog');
    expect(await screen.findByText('8 records; each bar is 1 min')).toBeVisible();
    const chart = within(screen.getByRole('figure', { name: 'Records over time' }));
    expect(chart.getAllByRole('row')).toHaveLength(2);
  });

  it('looks for what is most frequent alone when it is clicked', async () => {
    const asked = received('get', '/records/top', { by: 'PORT', values: [{ value: '22', records: 900 }] });
    const { user, address } = visit('/syslog');
    await user.click(await screen.findByRole('combobox', { name: 'Most frequent by' }));
    await user.click(await screen.findByRole('option', { name: 'Ports' }));
    await waitFor(() => expect(asked.at(-1)?.url.searchParams.get('by')).toBe('port'));
    await user.click(await screen.findByRole('button', { name: 'Only 22' }));
    await waitFor(() => expect(address()).toBe('/syslog?port=%2222%22'));
  });

  it('shows the columns that were chosen, also after a reload', async () => {
    const { user } = visit('/syslog');
    await user.click(await screen.findByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Rule' }));
    await user.click(screen.getByRole('checkbox', { name: 'Device' }));
    expect(screen.getByRole('columnheader', { name: 'Device', hidden: true })).toBeInTheDocument();
    expect(screen.queryByRole('columnheader', { name: 'Rule', hidden: true })).not.toBeInTheDocument();
    expect(JSON.parse(localStorage.getItem('syslog-columns') ?? '[]')).toContain('device');
  });

  it('can be asked again when the service failed', async () => {
    refuses('get', '/records', 500);
    const { user } = visit('/syslog');
    expect(await screen.findByText('Could not load the log records')).toBeVisible();
    answers('get', '/records', { records: [aLogRecord()] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table', { name: 'Log records' })).toBeVisible();
  });
});

describe('A record', () => {
  it('is shown whole, and each value can be searched for', async () => {
    const { user, address } = visit('/syslog');
    await user.click(await screen.findByRole('button', { name: /^Details of 203\.0\.113\.7/ }));
    const where = within(await screen.findByRole('region', { name: 'Where it was logged' }));
    expect(where.getByText('/var/log/Firewall/PA-EDGE-1.log, at 88,123')).toBeVisible();
    expect(address()).toBe('/syslog?record=r1');
    await user.click(screen.getByRole('button', { name: 'Search for Germany' }));
    await waitFor(() => expect(address()).toBe('/syslog?sourceCountry=Germany'));
  });

  it('says whose country was looked up', async () => {
    const record = aLogRecord();
    answers('get', '/records/r1', {
      ...record,
      source: { ...record.source, country: 'CN', countryLookedUp: true },
    });
    visit('/syslog?record=r1');
    const from = within(await screen.findByRole('region', { name: 'Source' }));
    expect(from.getByText('looked up')).toBeVisible();
    const to = within(screen.getByRole('region', { name: 'Destination' }));
    expect(to.queryByText('looked up')).not.toBeInTheDocument();
  });

  it('offers to block its source, with a reason', async () => {
    const { user } = visit('/syslog?record=r1');
    await user.click(await screen.findByRole('button', { name: 'Blacklist it' }));
    const asked = within(await screen.findByRole('dialog', { name: 'Blacklist 203.0.113.7?' }));
    const sent = received('post', '/blacklist', anEntry());
    await user.type(asked.getByRole('textbox', { name: 'Why' }), 'exploits');
    await user.click(asked.getByRole('button', { name: 'Blacklist it' }));
    expect(await screen.findByText('203.0.113.7 is on the list')).toBeVisible();
    expect(sent[0]?.body).toEqual({ address: '203.0.113.7', comment: 'exploits' });
  });

  it('says since when its source is blocked', async () => {
    const listed = {
      entry: '203.0.113.0/24',
      reasons: ['port-scan'],
      origin: 'detected' as const,
      since: '2026-11-22T09:00:00Z',
    };
    answers('get', '/records/r1', aLogRecord({ listed }));
    visit('/syslog?record=r1');
    expect(await screen.findByRole('link', { name: '203.0.113.0/24' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Blacklist it' })).not.toBeInTheDocument();
  });

  it('is not offered to be blocked by who may only look', async () => {
    answers('get', '/session', signedIn({ role: 'viewer' }));
    visit('/syslog?record=r1');
    expect(await screen.findByText('Why is it not listed?')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Blacklist it' })).not.toBeInTheDocument();
  });
});

describe('Live records', () => {
  it('appear as they come, and can be opened before they are filed', async () => {
    const { user } = visit('/syslog?port=443');
    await user.click(await screen.findByRole('switch', { name: 'Live' }));
    expect(await screen.findByText('No line yet')).toBeVisible();
    const tail = FakeStream.open.find(({ url }) => url.includes('/records/tail'));
    expect(tail?.url).toBe('/api/v1/records/tail?port=443');
    FakeStream.tells('record', aLogRecord({ id: undefined, device: 'PA-LIVE' }));
    FakeStream.tells('skipped', { lines: 1_200 });
    expect(await screen.findByText(/1,200 more came in one second/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Details of 203\.0\.113\.7/ }));
    expect(await screen.findByText('PA-LIVE')).toBeVisible();
    FakeStream.isLost();
    expect(screen.getByText('The connection was lost; it is tried again.', { exact: false })).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('switch', { name: 'Live', hidden: true }));
    expect(FakeStream.open.some(({ url }) => url.includes('/records/tail'))).toBe(false);
  });

  it('say why they are refused, and come back after a pause that grows', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const tails = () => FakeStream.open.filter(({ url }) => url.includes('/records/tail'));
    refuses('get', '/records/tail', 429, { detail: '20 pages follow the log already.' });
    const { user } = visit('/syslog');
    await user.click(await screen.findByRole('switch', { name: 'Live' }));
    FakeStream.isLost(true);
    expect(
      await screen.findByText(/20 pages follow the log already\. It is tried again in 2 s/),
    ).toBeVisible();
    expect(tails()).toHaveLength(0);
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(tails()).toHaveLength(1);
    FakeStream.isLost(true);
    expect(await screen.findByText(/It is tried again in 4 s/)).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(4_000));
    FakeStream.opens();
    expect(screen.getByText(/Lines appear as they are read/)).toBeVisible();
  });

  it('wait as long as the service asks for', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    refuses('get', '/records/tail', 503, { detail: 'It starts.' }, { 'Retry-After': '20' });
    const { user } = visit('/syslog');
    await user.click(await screen.findByRole('switch', { name: 'Live' }));
    FakeStream.isLost(true);
    expect(await screen.findByText('It starts. It is tried again in 20 s.')).toBeVisible();
  });
});
