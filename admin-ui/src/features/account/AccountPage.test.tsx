// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aSession, aToken, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

describe('Change Password', () => {
  it('is reached from the menu of the account', async () => {
    const { user, address } = visit('/system');
    await user.click(await screen.findByRole('button', { name: 'Your account: admin' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Change Password' }));
    expect(await screen.findByLabelText('New password')).toBeVisible();
    expect(address()).toBe('/account?tab=password');
  });

  it('says at the field that the present one is wrong, and one stays signed in', async () => {
    refuses('put', '/account/password', 401, { detail: 'The present password is wrong.' });
    const { user } = visit('/account');
    await user.type(await screen.findByLabelText('Present password'), 'not it');
    await user.type(screen.getByLabelText('New password'), 'a long new password');
    await user.type(screen.getByLabelText('New password once more'), 'a long new password');
    await user.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByText('The present password is wrong.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Your account' })).toBeVisible();
    expect(screen.getByLabelText('New password')).toHaveValue('a long new password');
  });

  it('empties the fields when it is done, and goes on with the new session', async () => {
    answers('put', '/account/password', signedIn({ csrfToken: 'next' }));
    const { user } = visit('/account');
    await user.type(await screen.findByLabelText('Present password'), 'correct horse');
    await user.type(screen.getByLabelText('New password'), 'a long new password');
    await user.type(screen.getByLabelText('New password once more'), 'a long new password');
    await user.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByText('Your password is changed')).toBeVisible();
    expect(screen.getByLabelText('New password')).toHaveValue('');
    const ended = received('delete', '/session', {});
    await user.click(screen.getByRole('button', { name: 'Your account: admin' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await waitFor(() => expect(ended[0]?.csrfToken).toBe('next'));
  });
});

describe('Own sessions', () => {
  it('show that they are loading until the service answers', async () => {
    neverAnswers('get', '/account/sessions');
    visit('/account?tab=sessions');
    expect(await screen.findByRole('status', { name: 'Loading the sessions' })).toBeInTheDocument();
  });

  it('can be asked for again when the service failed', async () => {
    refuses('get', '/account/sessions', 500);
    const { user } = visit('/account?tab=sessions');
    expect(await screen.findByText('Could not load the sessions')).toBeVisible();
    answers('get', '/account/sessions', { sessions: [aSession({ own: true })] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('This one')).toBeVisible();
  });

  it('are ended one by one, but not the one that asks', async () => {
    const other = aSession({ id: 8, address: '192.0.2.99' });
    answers('get', '/account/sessions', { sessions: [aSession({ own: true }), other] });
    const ended = received('delete', '/account/sessions/:id', {});
    const { user } = visit('/account?tab=sessions');
    const [, first, second] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/192\.0\.2\.10Firefox on Linux.*This one/);
    expect(within(first as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
    await user.click(within(second as HTMLElement).getByRole('button', { name: /^End the session/ }));
    expect(await screen.findByText('The session of admin from 192.0.2.99 has ended')).toBeVisible();
    expect(ended[0]?.url.pathname).toBe('/api/v1/account/sessions/8');
  });
});

describe('Own tokens', () => {
  it('are one’s own for an admin too, and searched', async () => {
    const ofAlice = aToken({ id: 4, name: 'backup', user: 'alice' });
    answers('get', '/tokens', { tokens: [aToken(), ofAlice, aToken({ id: 5, name: 'grafana' })] });
    const { user } = visit('/account?tab=tokens');
    expect(await screen.findByText('siem-export')).toBeVisible();
    expect(screen.queryByText('backup')).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Search the tokens' }), 'graf');
    expect(screen.queryByText('siem-export')).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Search the tokens' }), 'x');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getByText('siem-export')).toBeVisible();
  });

  it('say what a token is for where there is none', async () => {
    answers('get', '/tokens', { tokens: [] });
    visit('/account?tab=tokens');
    expect(await screen.findByText('You have no token')).toBeVisible();
  });

  it('show that they are loading, and can be asked for again when the service failed', async () => {
    refuses('get', '/tokens', 500);
    const { user } = visit('/account?tab=tokens');
    expect(await screen.findByText('Could not load the tokens')).toBeVisible();
    neverAnswers('get', '/tokens');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Make a token' })).toBeEnabled();
  });

  it('are made with a role that one has, and their secret is shown once', async () => {
    answers('get', '/session', signedIn({ role: 'operator' }));
    const made = received('post', '/tokens', { token: aToken(), secret: 'adt_the-secret' });
    const { user } = visit('/account?tab=tokens');
    await user.click(await screen.findByRole('button', { name: 'Make a token' }));
    const form = within(await screen.findByRole('form', { name: 'Make an API token' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'siem-export');
    await user.click(form.getByRole('combobox', { name: 'Role' }));
    expect(await screen.findByRole('option', { name: /^Operator/ })).toBeInTheDocument();
    expect(screen.queryByRole('option', { name: /^Admin/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('option', { name: /^Operator/ }));
    await user.click(form.getByRole('button', { name: 'Make the token' }));
    const shown = within(await screen.findByRole('dialog', { name: 'Your new token' }));
    expect(shown.getByRole('textbox', { name: 'Token' })).toHaveValue('adt_the-secret');
    await user.click(shown.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('adt_the-secret');
    await user.click(shown.getByRole('button', { name: 'I have it' }));
    await waitFor(() => expect(screen.queryByDisplayValue('adt_the-secret')).not.toBeInTheDocument());
    expect(made[0]?.body).toMatchObject({ name: 'siem-export', role: 'operator' });
    expect(made[0]?.csrfToken).toBe('a-csrf-token');
  });

  it('say at the field what the service does not accept', async () => {
    refuses('post', '/tokens', 400, { field: 'name', detail: 'no', accepted: '1 to 64 of a-z' });
    const { user } = visit('/account?tab=tokens');
    await user.click(await screen.findByRole('button', { name: 'Make a token' }));
    const form = within(await screen.findByRole('form', { name: 'Make an API token' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'A B');
    await user.click(form.getByRole('button', { name: 'Make the token' }));
    expect(await screen.findByText('It must be 1 to 64 of a-z')).toBeVisible();
  });

  it('are withdrawn only when that is confirmed', async () => {
    const withdrawn = received('delete', '/tokens/:id', {});
    const { user } = visit('/account?tab=tokens');
    await user.click(await screen.findByRole('button', { name: 'Withdraw siem-export of admin' }));
    const question = within(await screen.findByRole('dialog', { name: 'Withdraw the token siem-export?' }));
    expect(withdrawn).toHaveLength(0);
    answers('get', '/tokens', { tokens: [] });
    await user.click(question.getByRole('button', { name: 'Withdraw' }));
    expect(await screen.findByText('siem-export is withdrawn')).toBeVisible();
    expect(withdrawn[0]?.url.pathname).toBe('/api/v1/tokens/3');
  });
});
