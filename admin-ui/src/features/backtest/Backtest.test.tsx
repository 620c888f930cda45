// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BacktestRun, BacktestSource } from '@/lib/types';
import { aBacktest, aBacktestSource, settings, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

const threshold = { name: 'Port Scan Attack v1: threshold' };
const run = '/settings?tab=history&run=12';

function found(told: BacktestRun, ...sources: BacktestSource[]) {
  answers('get', '/backtests/12', told);
  answers('get', '/backtests/12/sources', { sources });
}

const letIn = aBacktestSource({
  source: '198.18.7.7',
  change: 'ADDED',
  was: undefined,
  would: { at: '2026-11-21T10:00:00Z', rules: ['ip-scan'] },
  allowedSessions: 14,
  listedNow: false,
});

async function openTrying(address = '/settings') {
  const visited = visit(address);
  await visited.user.click(
    await screen.findByRole('button', { name: 'Try on history: Port Scan Attack v1' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Try on history: Port Scan Attack v1' }));
  return { ...visited, dialog };
}

describe('Trying a case on history', () => {
  it('begins with the numbers that were edited there, over the chosen time, and leads to the run', async () => {
    const sent = received('post', '/backtests', aBacktest({ state: 'RUNNING', progress: 0 }));
    answers('get', '/backtests/12', aBacktest({ state: 'RUNNING', progress: 0.43 }));
    const { user, dialog, address } = await openTrying();
    expect(dialog.getByRole('button', { name: 'Begin' })).toBeDisabled();
    expect(dialog.getByText(/These are the numbers in force/)).toBeVisible();
    const field = dialog.getByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '15');
    expect(dialog.getByRole('table', { name: 'Differences' })).toHaveTextContent('portScan.threshold10 → 15');
    await user.click(dialog.getByRole('button', { name: 'Begin' }));
    expect(await screen.findByText(/43 % of the time is judged/)).toBeVisible();
    expect(address()).toBe('/settings?tab=history&run=%2212%22');
    const from = expect.stringMatching(/^\d{4}-/) as unknown;
    expect(sent[0]?.body).toEqual({
      from,
      settings: { portScan: { ...settings().portScan, threshold: 15 } },
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says at the field what is not accepted, and keeps what was typed', async () => {
    refuses('post', '/backtests', 400, {
      field: 'portScan.threshold',
      detail: 'portScan.threshold: 15 is not accepted',
      accepted: 'in 16 to 20',
    });
    const { user, dialog } = await openTrying();
    const field = dialog.getByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '15');
    await user.click(dialog.getByRole('button', { name: 'Begin' }));
    expect(await dialog.findByText('Nothing was begun')).toBeVisible();
    expect(field).toHaveAccessibleDescription('It must be in 16 to 20');
    expect(field).toHaveValue('15');
  });

  it('needs a beginning where the time is one’s own', async () => {
    const sent = received('post', '/backtests', aBacktest());
    const { user, dialog } = await openTrying();
    const field = dialog.getByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '15');
    await user.click(dialog.getByRole('combobox', { name: 'Stretch of time' }));
    await user.click(await screen.findByRole('option', { name: 'another stretch of time' }));
    await user.click(dialog.getByRole('button', { name: 'Begin' }));
    expect(dialog.getByText('Say when it begins')).toBeVisible();
    expect(sent).toHaveLength(0);
  });

  it('leads to the one that runs already', async () => {
    refuses('post', '/backtests', 409, { detail: 'Another backtest runs.' });
    answers('get', '/backtests', [aBacktest({ state: 'RUNNING', progress: 0.1 })]);
    const { user, dialog, address } = await openTrying();
    const field = dialog.getByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '15');
    await user.click(dialog.getByRole('button', { name: 'Begin' }));
    await user.click(await dialog.findByRole('link', { name: 'To the one that runs' }));
    expect(await screen.findByText('10 % judged')).toBeVisible();
    expect(address()).toBe('/settings?tab=history');
  });

  it('goes with the whole form too, as far as it decides who is found', async () => {
    const { user } = visit('/settings');
    const days = await screen.findByRole('textbox', { name: 'Block window in days' });
    await user.type(days, '0');
    await user.click(screen.getByRole('button', { name: 'Try the changes on history' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Try on history' }));
    expect(dialog.getByText(/No rule is changed/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Begin' })).toBeDisabled();
  });
});

describe('A run', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/backtests/12');
    visit(run);
    expect(await screen.findByRole('status', { name: 'Loading the backtest' })).toBeInTheDocument();
  });

  it('that there is none of is said', async () => {
    refuses('get', '/backtests/12', 404, { detail: 'There is no backtest 12.' });
    visit(run);
    expect(await screen.findByText('There is no backtest 12.')).toBeVisible();
  });

  it('is followed until it is done', async () => {
    answers('get', '/backtests/12', aBacktest({ state: 'RUNNING', progress: 0.2, counts: {} }));
    visit(run);
    expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '20');
    found(aBacktest(), aBacktestSource());
    expect(await screen.findByRole('region', { name: 'Would be dropped' })).toHaveTextContent('2');
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('is cancelled only when that is confirmed', async () => {
    answers('get', '/backtests/12', aBacktest({ state: 'RUNNING', progress: 0.2, counts: {} }));
    const sent = received('delete', '/backtests/12', aBacktest({ state: 'CANCELLED', counts: {} }));
    const { user } = visit(run);
    await user.click(await screen.findByRole('button', { name: 'Cancel it' }));
    expect(sent).toHaveLength(0);
    answers('get', '/backtests/12', aBacktest({ state: 'CANCELLED', counts: {} }));
    await user.click(await screen.findByRole('button', { name: 'Cancel the backtest' }));
    expect(await screen.findByText(/It was cancelled/)).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  it('that failed says why, and is tried again with the same numbers', async () => {
    answers(
      'get',
      '/backtests/12',
      aBacktest({ state: 'FAILED', failure: 'The process that ran it has ended.' }),
    );
    const sent = received('post', '/backtests', aBacktest({ id: 13 }));
    answers('get', '/backtests/13', aBacktest({ id: 13 }));
    const { user, address } = visit(run);
    expect(await screen.findByText('The process that ran it has ended.')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Try it again' })).toBeEnabled());
    await user.click(screen.getByRole('button', { name: 'Try it again' }));
    await waitFor(() => expect(address()).toContain('13'));
    expect(sent[0]?.body).toEqual({
      from: '2026-11-15T10:00:00Z',
      to: '2026-11-22T10:00:00Z',
      settings: { portScan: aBacktest().underTest.portScan },
    });
  });
});

describe('What a run found', () => {
  it('puts first whom firewalls have let in', async () => {
    found(aBacktest({ allowed: 1 }), aBacktestSource(), letIn);
    visit(run);
    const warning = await screen.findByRole('alert');
    expect(warning).toHaveTextContent('One that would be added was let in by a firewall');
    expect(warning).toHaveTextContent('198.18.7.7, Germany: 14 allowed sessions');
    const rows = within(screen.getByRole('table', { name: 'Sources' })).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/198\.18\.7\.7.*Added.*14/);
    expect(rows[2]).toHaveTextContent(/203\.0\.113\.7.*Dropped.*Listed now.*never/);
  });

  it('says so where nobody was', async () => {
    found(aBacktest(), aBacktestSource({ ...letIn, allowedSessions: 0 }));
    visit(run);
    expect(await screen.findByText(/No firewall has let in any/)).toBeVisible();
  });

  it('says in what the numbers differ, and draws who comes and goes', async () => {
    found(aBacktest(), aBacktestSource(), letIn);
    visit(run);
    const chart = within(
      await screen.findByRole('figure', { name: 'Who would be added and dropped over time' }),
    );
    expect(chart.getByRole('row', { name: 'Would be added 1' })).toBeInTheDocument();
    expect(await screen.findByRole('table', { name: 'Differences' })).toHaveTextContent(
      'portScan.threshold10 → 15',
    );
  });

  it('is narrowed by a search and by what would change, and leads to the log records', async () => {
    found(aBacktest(), aBacktestSource(), letIn);
    const { user, address } = visit(`${run}&change=DROPPED`);
    const link = await screen.findByRole('link', { name: 'Log records of 203.0.113.7' });
    expect(screen.queryByRole('link', { name: 'Log records of 198.18.7.7' })).not.toBeInTheDocument();
    await user.keyboard('/germany');
    await waitFor(() => expect(address()).toContain('q=germany'));
    await user.click(link);
    expect(address()).toContain('/syslog?source=203.0.113.7&from=2026-11-15');
  });

  it('may be nothing', async () => {
    found(aBacktest({ counts: { SAME: 30 } }));
    visit(run);
    expect(await screen.findByText('Nothing would change')).toBeVisible();
    expect(screen.getByText(/Both list the same 30/)).toBeVisible();
  });

  it('is gone on with in the form', async () => {
    found(aBacktest(), aBacktestSource());
    const { user } = visit(run);
    await user.click(await screen.findByRole('button', { name: 'Put these numbers into the form' }));
    expect(await screen.findByRole('textbox', threshold)).toHaveValue('15');
    expect(screen.getByText('Changes are not saved yet')).toBeVisible();
  });
});

describe('What was tried', () => {
  it('is listed with how it stands', async () => {
    answers('get', '/backtests', [aBacktest(), aBacktest({ id: 11, state: 'FAILED', failure: 'no room' })]);
    visit('/settings?tab=history');
    const rows = within(await screen.findByRole('table', { name: 'Tried on history' })).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/portScan.threshold 10 → 15.*1 added, 2 dropped/);
    expect(rows[2]).toHaveTextContent(/Failedno room/);
  });

  it('may be nothing yet', async () => {
    visit('/settings?tab=history');
    expect(await screen.findByText('Nothing was tried yet')).toBeVisible();
  });
});

describe.each([
  ['viewer', false, false],
  ['operator', true, false],
  ['admin', true, true],
] as const)('To the role %s', (role, tries, saves) => {
  it('a case is offered to be tried', async () => {
    answers('get', '/session', signedIn({ role }));
    visit('/settings');
    await screen.findByRole('textbox', threshold);
    const buttons = screen.queryAllByRole('button', { name: /^Try on history: / });
    expect(buttons).toHaveLength(tries ? 3 : 0);
  });

  it('a run is offered to be cancelled', async () => {
    answers('get', '/session', signedIn({ role }));
    answers('get', '/backtests/12', aBacktest({ state: 'RUNNING', progress: 0.2, counts: {} }));
    visit(run);
    await screen.findByRole('progressbar');
    expect(screen.queryByRole('button', { name: 'Cancel it' }) !== null).toBe(tries);
  });

  it('numbers are offered to be put into the form', async () => {
    answers('get', '/session', signedIn({ role }));
    found(aBacktest(), aBacktestSource());
    visit(run);
    await screen.findByRole('table', { name: 'Sources' });
    expect(screen.queryByRole('button', { name: /Put these numbers/ }) !== null).toBe(saves);
  });
});
