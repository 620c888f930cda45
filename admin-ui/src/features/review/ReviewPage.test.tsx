// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aHeldDetection } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

const two = {
  held: [aHeldDetection(), aHeldDetection({ id: 8, holdReason: 'more than 500 new entries' }, '198.18.7.7')],
  waiting: 2,
};

async function decideAs(user: ReturnType<typeof visit>['user'], verdict: string, why: string) {
  const asked = within(await screen.findByRole('dialog', { name: new RegExp(`^${verdict}: .*\\?$`) }));
  await user.type(asked.getByRole('textbox', { name: 'Why' }), why);
  await user.click(asked.getByRole('button', { name: verdict }));
}

describe('Review Queue', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/review');
    visit('/review');
    expect(await screen.findByRole('status', { name: 'Loading the review queue' })).toBeInTheDocument();
  });

  it('lists what waits, with the rule and why it waits', async () => {
    answers('get', '/review', two);
    visit('/review');
    const [, first, second] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/203\.0\.113\.53.*Port Scan Attack v1.*Looks like answers from port 53/);
    expect(second).toHaveTextContent(/198\.18\.7\.7.*More than 500 new entries/);
  });

  it('decides about several at once, with the reason that was given', async () => {
    answers('get', '/review', two);
    const { user } = visit('/review');
    await user.click(await screen.findByLabelText('Choose all that are shown'));
    expect(screen.getByText('2 are chosen')).toBeVisible();
    const sent = received('post', '/review/decisions', [
      { id: 9, done: true },
      { id: 8, done: true },
    ]);
    await user.click(screen.getByRole('button', { name: 'Let be: 2 sources' }));
    answers('get', '/review', { held: [], waiting: 0 });
    await decideAs(user, 'Let be', 'our resolvers');
    expect(await screen.findByText('Let be: 2 sources')).toBeVisible();
    expect(await screen.findByText('Nothing waits')).toBeVisible();
    expect(sent[0]?.body).toEqual({ ids: [9, 8], verdict: 'dismiss', why: 'our resolvers' });
  });

  it('decides nothing without a reason', async () => {
    const sent = received('post', '/review/decisions', []);
    const { user } = visit('/review?held=9');
    await user.click(await screen.findByRole('button', { name: 'Allowlist: 203.0.113.53' }));
    await user.click(within(await screen.findByRole('form')).getByRole('button', { name: 'Allowlist' }));
    expect(screen.getByText('Say why: it is kept on record')).toBeVisible();
    expect(sent).toHaveLength(0);
  });

  it('says for how many a decision was not carried out, and why', async () => {
    answers('get', '/review', two);
    const refused = { id: 8, done: false, detail: 'it meets the allowlist' };
    answers('post', '/review/decisions', [{ id: 9, done: true }, refused]);
    const { user } = visit('/review');
    await user.click(await screen.findByLabelText('Choose all that are shown'));
    await user.click(screen.getByRole('button', { name: 'List: 2 sources' }));
    await decideAs(user, 'List', 'attackers');
    expect(await screen.findByText('Not so for 1 of 2: it meets the allowlist.')).toBeVisible();
  });

  it('shows the evidence of one', async () => {
    const { user, address } = visit('/review');
    await user.click(await screen.findByRole('button', { name: 'Details of 203.0.113.53' }));
    const evidence = within(await screen.findByRole('region', { name: 'Evidence' }));
    expect(evidence.getAllByRole('row')).toHaveLength(12);
    expect(address()).toBe('/review?held=9');
  });

  it('shows what was decided, by whom and why, when asked for', async () => {
    const decided = aHeldDetection({
      state: 'dismissed',
      decidedBy: 'alice',
      decidedAt: '2026-11-22T11:00:00Z',
      why: 'our resolver',
    });
    const asked = received('get', '/review', { held: [decided], waiting: 0 });
    visit('/review?state=dismissed&held=9');
    expect(await screen.findByText('our resolver')).toBeVisible();
    expect(screen.getByText(/alice/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^List: / })).not.toBeInTheDocument();
    expect(asked[0]?.url.searchParams.get('state')).toBe('dismissed');
  });

  it('searches what has come', async () => {
    answers('get', '/review', two);
    const { user } = visit('/review');
    await screen.findByText('198.18.7.7');
    await user.keyboard('/answers');
    await waitFor(() => expect(screen.queryByText('198.18.7.7')).not.toBeInTheDocument());
    expect(screen.getByText('203.0.113.53')).toBeVisible();
  });

  it('can be asked again when the service failed', async () => {
    refuses('get', '/review', 500);
    const { user } = visit('/review');
    expect(await screen.findByText('Could not load the review queue')).toBeVisible();
    answers('get', '/review', two);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('203.0.113.53')).toBeVisible();
  });
});
