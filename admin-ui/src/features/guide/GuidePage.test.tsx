// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aLogFile, aPoller, feeds, settings, signedIn, status } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, isUnreachable, neverAnswers, received } from '@/testing/server';
import { FakeStream } from '@/testing/stream';

/** As it is after the first sign-in: nothing sends, nothing fetches. */
function newInstallation() {
  answers('get', '/status', status({ bridge: [], detector: [], listed: 0 }));
  answers('get', '/settings', settings({ ownNetworks: [] }));
  answers('get', '/pollers', []);
}

const step = (name: RegExp) => screen.findByRole('button', { name });

describe('First steps', () => {
  it('show that they are loading until the service answers', async () => {
    neverAnswers('get', '/pollers');
    visit('/start');
    expect(await screen.findByRole('status', { name: 'Loading the first steps' })).toBeInTheDocument();
  });

  it('can be asked for again when the service could not be reached', async () => {
    isUnreachable('get', '/settings');
    const { user } = visit('/start');
    expect(await screen.findByText('Could not load the first steps')).toBeVisible();
    answers('get', '/settings', settings());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await step(/^Set your own networks/)).toBeVisible();
  });

  it('open at the first that is not done, with what to do', async () => {
    newInstallation();
    visit('/start');
    expect(await step(/^Choose your own password.*Done/)).toBeVisible();
    expect(await step(/^Point a firewall here.*To do/)).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText(/^SrcLocation=\$srcloc; .* Type= \$type;/)).toBeVisible();
    expect(screen.getByText('/var/log/Firewall/HOST.log')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy the log format' })).toBeVisible();
  });

  it('tell of the first line as it arrives', async () => {
    newInstallation();
    const { user } = visit('/start');
    await user.click(await step(/^See the first line arrive/));
    expect(await screen.findByText(/No line has arrived yet/)).toBeVisible();
    FakeStream.opens();
    FakeStream.tells('status', status({ bridge: [aLogFile({ lines: 1 })] }));
    expect(await screen.findByText('The first line has arrived.')).toBeVisible();
    expect(await step(/^See the first line arrive.*Done/)).toBeVisible();
    expect(await step(/^Point a firewall here.*Done/)).toBeVisible();
  });

  it('say where lines come that nobody understands', async () => {
    newInstallation();
    answers(
      'get',
      '/status',
      status({ bridge: [aLogFile({ lines: 0, deadLetters: { 'unknown-format': 12 } })] }),
    );
    visit('/start');
    expect(await screen.findByText('Lines come, but none is understood')).toBeVisible();
    expect(await step(/^See the first line arrive.*To do/)).toBeVisible();
  });

  it('take an own network on the spot', async () => {
    newInstallation();
    answers('post', '/networks/own-networks/preview', { differences: [], releases: 0, first: [] });
    const sent = received('post', '/networks/own-networks', []);
    const { user } = visit('/start');
    await user.click(await step(/^Set your own networks/));
    await user.type(
      await screen.findByRole('textbox', { name: 'Own networks: network to add' }),
      '198.51.100.0/24',
    );
    await user.type(screen.getByRole('textbox', { name: 'Own networks: comment' }), 'the office');
    answers('get', '/settings', settings());
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await step(/^Set your own networks.*Done/)).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  it('give the list’s address and what to enter in the firewall, and see it fetched', async () => {
    newInstallation();
    answers('get', '/feeds', feeds());
    const { user } = visit('/start');
    await user.click(await step(/^Give the list to the firewall/));
    expect(await screen.findByText(/Nobody has fetched the list yet/)).toBeVisible();
    expect((await screen.findAllByText(/\/files\/blacklist\.txt$/))[0]).toBeVisible();
  });

  it('say that everything is set up', async () => {
    answers('get', '/pollers', [aPoller()]);
    visit('/start');
    expect(await screen.findByText('Everything is set up')).toBeVisible();
  });

  it('lead on by keyboard alone', async () => {
    newInstallation();
    const { user } = visit('/start');
    (await step(/^Point a firewall here/)).focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByText(/No line has arrived yet/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next: Set your own networks' }));
    expect(await screen.findByRole('textbox', { name: 'Own networks: network to add' })).toBeVisible();
  });
});

describe('On the Overview', () => {
  it('what is next is shown, and leads there', async () => {
    newInstallation();
    const { user, address } = visit('/');
    const card = within(await screen.findByRole('region', { name: 'First steps' }));
    expect(card.getByText('1 of 5 done. Next: Point a firewall here.')).toBeVisible();
    await user.click(card.getByRole('link', { name: 'Go on' }));
    await waitFor(() => expect(address()).toBe('/start'));
  });

  it('they can be hidden, and come back from the menu of the account', async () => {
    newInstallation();
    const { user, address } = visit('/');
    await user.click(await screen.findByRole('button', { name: 'Hide' }));
    expect(screen.queryByRole('region', { name: 'First steps' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Your account: admin' }));
    await user.click(await screen.findByRole('menuitem', { name: 'First steps' }));
    await user.click(await screen.findByRole('switch', { name: 'Shown on the Overview' }));
    expect(address()).toBe('/start');
    expect(localStorage.getItem('first-steps-hidden')).toBe('false');
  });

  it('nothing of them is left when everything is done', async () => {
    const { user } = visit('/');
    await user.click(await screen.findByRole('button', { name: 'Your account: admin' }));
    expect(await screen.findByRole('menuitem', { name: 'Change Password' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'First steps' })).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'First steps' })).not.toBeInTheDocument();
  });
});

describe.each([
  ['viewer', false],
  ['operator', false],
  ['admin', true],
] as const)('To the role %s', (role, guided) => {
  it('the first steps are shown', async () => {
    newInstallation();
    answers('get', '/session', signedIn({ role }));
    visit('/start');
    const text = guided ? 'Point a firewall here' : 'This page is for the role admin';
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('the Overview tells of them', async () => {
    newInstallation();
    answers('get', '/session', signedIn({ role }));
    visit('/');
    await screen.findByRole('link', { name: /On the list now/ });
    await waitFor(() =>
      expect(screen.queryAllByRole('region', { name: 'First steps' })).toHaveLength(guided ? 1 : 0),
    );
  });
});
