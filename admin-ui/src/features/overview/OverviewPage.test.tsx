// SPDX-License-Identifier: Apache-2.0
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  aDevice,
  aLogFile,
  anAlarm,
  aPoller,
  aRecordedDetection,
  devices,
  signedIn,
  status,
} from '@/testing/builders';
import { count } from '@/lib/format';
import { visit } from '@/testing/render';
import { answers, isUnreachable, neverAnswers, received } from '@/testing/server';
import { FakeStream } from '@/testing/stream';

describe('Overview', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/status');
    visit('/');
    expect(await screen.findByRole('status', { name: 'Loading the overview' })).toBeInTheDocument();
  });

  it('counts what is listed, in all and by reason', async () => {
    visit('/');
    expect(await screen.findByRole('link', { name: /On the list now/ })).toHaveTextContent('42');
    expect(screen.getByRole('link', { name: /Port Scan Attack v1/ })).toHaveTextContent('30');
    expect(screen.getByRole('link', { name: /Vulnerability Scan v1/ })).toHaveTextContent('5');
  });

  it('leads from a reason to its entries', async () => {
    const { user, address } = visit('/');
    await user.click(await screen.findByRole('link', { name: /Port Scan Attack v2/ }));
    expect(address()).toBe('/blacklist?reason=ip-scan');
  });

  it('says why there is no log file, and what to do', async () => {
    answers('get', '/status', status({ bridge: [], detector: [] }));
    visit('/');
    const files = within(await screen.findByRole('region', { name: 'Log files' }));
    expect(files.getByText('No log file has been seen yet')).toBeVisible();
    expect(files.getByText(/Point rsyslog at the watched folder/)).toBeVisible();
    expect(screen.getByText('The detector has not reported yet')).toBeVisible();
  });

  it('finds a log file by its device', async () => {
    answers(
      'get',
      '/status',
      status({ bridge: [aLogFile(), aLogFile({ device: 'PA-LAB', file: '/x/PA-LAB.log' })] }),
    );
    const { user } = visit('/');
    const search = await screen.findByRole('textbox', { name: 'Search log files' });
    await user.keyboard('/');
    expect(search).toHaveFocus();
    await user.type(search, 'lab');
    const files = within(screen.getByRole('region', { name: 'Log files' }));
    expect(files.getByText('PA-LAB')).toBeVisible();
    expect(files.queryByText('PA-EDGE-1')).toBeNull();
  });

  it('puts what is broken first', async () => {
    const publishing = { name: 'publishing', up: false, detail: 'Kafka is not reachable' };
    answers('get', '/status', status({ components: [publishing] }));
    visit('/');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Publishing needs attentionKafka is not reachable',
    );
  });

  it('shows open alarms before anything else, and no component twice', async () => {
    const publishing = { name: 'publishing', up: false, detail: 'Kafka is not reachable' };
    answers('get', '/status', status({ components: [publishing] }));
    const down = anAlarm({ source: 'components', kind: 'component-down', subject: 'publishing' });
    answers('get', '/alarms', { alarms: [down, anAlarm({ id: 4, acknowledgedAt: '2026-11-22T10:01:00Z' })] });
    visit('/');
    const open = within(await screen.findByRole('region', { name: 'Open alarms' }));
    expect(open.getAllByRole('listitem')).toHaveLength(1);
    expect(open.getByText('Component down')).toBeVisible();
    expect(screen.queryByText('Publishing needs attention')).not.toBeInTheDocument();
  });

  it('says how many were listed today, wait for review, and what the pipeline is behind', async () => {
    answers('get', '/status', status({ waitingForReview: 7, unnoticedAlarms: 2, eventLag: 431 }));
    answers('get', '/blacklist/counts', { total: 12, byReason: {}, byOrigin: {} });
    visit('/');
    expect(await screen.findByRole('link', { name: /Listed today\s*12/ })).toBeVisible();
    expect(screen.getByRole('link', { name: /Waiting for review/ })).toHaveTextContent('7');
    expect(screen.getByRole('link', { name: /Open alarms/ })).toHaveTextContent('2');
    expect(screen.getByRole('link', { name: /Events that wait/ })).toHaveTextContent('431');
  });

  it('shows detections by reason, and what they have in common', async () => {
    const recordedAt = new Date(Date.now() - 60_000).toISOString();
    answers('get', '/detections', {
      detections: [
        aRecordedDetection({ recordedAt }, { country: 'Germany' }),
        aRecordedDetection({ recordedAt }, { source: '198.18.7.7', rule: 'ip-scan', country: 'Germany' }),
      ],
    });
    visit('/');
    const chart = within(
      await screen.findByRole('figure', { name: 'Detections by reason over the last 24 hours' }),
    );
    expect(chart.getByRole('row', { name: 'Port Scan Attack v1 1' })).toBeInTheDocument();
    const countries = within(screen.getByRole('region', { name: 'Top countries' }));
    expect(countries.getByRole('row')).toHaveTextContent('Germany2 sources');
    expect(within(screen.getByRole('region', { name: 'Top ports' })).getAllByRole('row')).toHaveLength(6);
  });

  it('says so where nothing was detected', async () => {
    visit('/');
    expect(await screen.findByText('None in the last 24 hours')).toBeVisible();
  });

  it('puts firewalls and consumers that are in trouble first', async () => {
    const silent = aDevice({ name: 'PA-2', conditions: [{ kind: 'silent', detail: 'no line' }] });
    answers('get', '/devices', devices(aDevice(), silent));
    answers('get', '/pollers', [aPoller(), aPoller({ address: '192.0.2.9', condition: 'stopped' })]);
    visit('/');
    const firewalls = within(await screen.findByRole('table', { name: 'Firewalls' }));
    expect(firewalls.getAllByRole('row')[0]).toHaveTextContent(/PA-2.*Silent/);
    const consumers = within(await screen.findByRole('table', { name: 'Who fetches the lists' }));
    expect(consumers.getAllByRole('row')[0]).toHaveTextContent(/192\.0\.2\.9.*Stopped/);
  });

  it('tells what it can while the database is away', async () => {
    answers('get', '/status', { at: new Date().toISOString(), components: [], detector: [], bridge: [] });
    visit('/');
    expect(await screen.findByRole('link', { name: /On the list now/ })).toHaveTextContent('unknown');
    expect(screen.getByText('There is no list yet')).toBeVisible();
  });

  it('says that it failed when the service answers with something else', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    answers('get', '/status', {});
    visit('/');
    expect(await screen.findByText('This page failed')).toBeVisible();
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  });

  it('can be asked again when the service could not be reached', async () => {
    isUnreachable('get', '/status');
    const { user } = visit('/');
    expect(await screen.findByText('Could not load the overview')).toBeVisible();
    answers('get', '/status', status());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /On the list now/ })).toBeVisible();
  });
});

/** What was told is shown in the next turn. Looked for by text: by role takes long on a page of this size. */
async function listed(number: string) {
  await waitFor(() => expect(screen.getByText('On the list now').parentElement).toHaveTextContent(number));
}

describe('The live overview', () => {
  it('shows what happens as it happens', async () => {
    visit('/');
    await screen.findByRole('link', { name: /On the list now/ });
    FakeStream.opens();
    FakeStream.tells('status', status({ listed: 43 }));
    FakeStream.tells('blacklist', {
      kind: 'added',
      address: '198.18.7.7',
      at: new Date().toISOString(),
      by: 'system',
      why: 'More than 10 ports of one destination',
      reasons: ['port-scan'],
    });
    await listed('43');
    const news = within(screen.getByRole('region', { name: 'Just now' }));
    expect(news.getByText('Live')).toBeVisible();
    expect(news.getByRole('row')).toHaveTextContent(/198\.18\.7\.7.*Listed.*More than 10 ports/);
  });

  it('asks for the status only where it has not been told for five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    visit('/');
    await screen.findByRole('link', { name: /On the list now/ });
    FakeStream.opens();
    const asked = received('get', '/status', status({ listed: 60 }));
    for (const told of [51, 52, 53]) {
      FakeStream.tells('status', status({ listed: told }));
      await listed(String(told));
      act(() => void vi.advanceTimersByTime(4_000));
    }
    expect(asked).toHaveLength(0);
    act(() => void vi.advanceTimersByTime(1_000));
    await listed('60');
    expect(asked).toHaveLength(1);
    vi.useRealTimers();
  });

  it('draws events per second from what it is told', async () => {
    visit('/');
    await screen.findByRole('link', { name: /On the list now/ });
    const opened = Date.now();
    const told = async (seconds: number, events: number) => {
      const now = status({ at: new Date(opened + seconds * 1000).toISOString(), listed: events });
      FakeStream.tells('status', { ...now, detector: now.detector.map((one) => ({ ...one, events })) });
      await listed(count(events));
    };
    await told(100, 11_000);
    await told(110, 13_000);
    await told(130, 23_000);
    expect(screen.getByLabelText('Events per second now')).toHaveTextContent('500');
    expect(await screen.findByRole('figure', { name: 'Events per second over time' })).toBeInTheDocument();
  });

  it('says that it is not live when the connection is lost, and asks instead', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    visit('/');
    await screen.findByRole('link', { name: /On the list now/ });
    FakeStream.opens();
    FakeStream.isLost();
    expect(screen.getByText('Not live')).toBeVisible();
    answers('get', '/status', status({ listed: 44 }));
    await act(() => vi.advanceTimersByTimeAsync(5_100));
    await listed('44');
    FakeStream.opens();
    expect(screen.getByText('Live')).toBeVisible();
    vi.useRealTimers();
  });

  it('where it was refused looks whether the session still stands, and comes back', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    visit('/');
    await screen.findByRole('link', { name: /On the list now/ });
    const asked = received('get', '/session', signedIn());
    FakeStream.isLost(true);
    expect(FakeStream.open).toHaveLength(0);
    await waitFor(() => expect(asked).toHaveLength(1));
    await act(() => vi.advanceTimersByTimeAsync(15_100));
    expect(FakeStream.open).toHaveLength(1);
    vi.useRealTimers();
  });

  it('neither follows nor asks while nobody looks', async () => {
    visit('/');
    await screen.findByRole('link', { name: /On the list now/ });
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(FakeStream.open).toHaveLength(0);
    seen.mockReturnValue('visible');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(FakeStream.open).toHaveLength(1);
  });
});
