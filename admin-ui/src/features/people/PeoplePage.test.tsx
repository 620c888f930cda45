// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aGroup, aSession, aToken, aUser, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

const admin = aUser({ name: 'admin', ownRole: 'admin', role: 'admin' });

describe('Users and Groups', () => {
  it.each(['viewer', 'operator'] as const)('is not offered to a %s, nor asked for', async (role) => {
    answers('get', '/session', signedIn({ role }));
    const asked = received('get', '/users', { users: [] });
    visit('/people');
    expect(await screen.findByText('This page is for the role admin')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Users and Groups' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Audit' })).not.toBeInTheDocument();
    expect(asked).toHaveLength(0);
  });
});

describe('Users', () => {
  it('show that they are loading until the service answers', async () => {
    neverAnswers('get', '/users');
    visit('/people');
    expect(await screen.findByRole('status', { name: 'Loading the users' })).toBeInTheDocument();
  });

  it('can be asked for again when the service failed', async () => {
    refuses('get', '/users', 500);
    const { user } = visit('/people');
    expect(await screen.findByText('Could not load the users')).toBeVisible();
    answers('get', '/users', { users: [aUser()] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('alice')).toBeVisible();
  });

  it('are listed with role, groups and what is out of the ordinary', async () => {
    const raised = aUser({ role: 'operator', groups: ['night-shift'] });
    const left = aUser({ name: 'bob', disabled: true, mustChangePassword: true, signedInAt: undefined });
    answers('get', '/users', { users: [admin, raised, left] });
    visit('/people');
    const [, first, second, third] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/admin.*you.*Admin.*none/);
    expect(second).toHaveTextContent(/alice.*Operator.*by a group.*night-shift/);
    expect(third).toHaveTextContent(/bob.*Viewer.*never.*Disabled.*Password to be changed/);
  });

  it('are searched, and all are offered when none matches', async () => {
    answers('get', '/users', { users: [admin, aUser()] });
    const { user, address } = visit('/people');
    await screen.findByText('alice');
    await user.keyboard('/');
    await user.keyboard('nobody');
    expect(await screen.findByText('Nothing matches “nobody”')).toBeVisible();
    await waitFor(() => expect(address()).toContain('q=nobody'));
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText('alice')).toBeVisible();
  });

  it('are added, and their password is shown once to be handed over', async () => {
    const sent = received('post', '/users', { user: aUser({ name: 'carol' }), password: 'once-only' });
    const { user } = visit('/people');
    await user.click(await screen.findByRole('button', { name: 'Add a user' }));
    const form = within(await screen.findByRole('form', { name: 'Add a user' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'carol');
    await user.click(form.getByRole('combobox', { name: 'Groups' }));
    await user.click(await screen.findByRole('option', { name: 'night-shift' }));
    await user.click(form.getByRole('button', { name: 'Add the user' }));
    const shown = within(await screen.findByRole('dialog', { name: 'The password of carol' }));
    expect(shown.getByRole('textbox', { name: 'Password' })).toHaveValue('once-only');
    await user.click(shown.getByRole('button', { name: 'I have it' }));
    await waitFor(() => expect(screen.queryByDisplayValue('once-only')).not.toBeInTheDocument());
    expect(sent[0]?.body).toEqual({ name: 'carol', role: 'viewer', groups: ['night-shift'] });
    expect(sent[0]?.csrfToken).toBe('a-csrf-token');
  });

  it('that are not accepted are told at the field, and nothing typed is lost', async () => {
    refuses('post', '/users', 400, { field: 'name', detail: 'no', accepted: '1 to 64 of a-z' });
    const { user } = visit('/people');
    await user.click(await screen.findByRole('button', { name: 'Add a user' }));
    const form = within(await screen.findByRole('form', { name: 'Add a user' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'Carol!');
    await user.click(form.getByRole('button', { name: 'Add the user' }));
    expect(await screen.findByText('It must be 1 to 64 of a-z')).toBeVisible();
    expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Carol!');
  });

  it('are disabled with all that they were before', async () => {
    answers('get', '/users', { users: [admin, aUser({ groups: ['night-shift'], role: 'operator' })] });
    const sent = received('put', '/users/:name', aUser({ disabled: true }));
    const { user } = visit('/people');
    await user.click(await screen.findByRole('button', { name: 'Details of alice' }));
    await user.click(await screen.findByRole('switch', { name: /^Disabled/ }));
    answers('get', '/users', { users: [admin, aUser({ disabled: true })] });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('alice is changed')).toBeVisible();
    expect(sent[0]?.url.pathname).toBe('/api/v1/users/alice');
    expect(sent[0]?.body).toEqual({ role: 'viewer', groups: ['night-shift'], disabled: true });
  });

  it('get another password only when that is confirmed', async () => {
    const sent = received('post', '/users/:name/password', { user: aUser(), password: 'another-one' });
    const { user } = visit('/people?name=alice');
    await user.click(await screen.findByRole('button', { name: 'Reset the password' }));
    const question = within(await screen.findByRole('dialog', { name: 'Reset the password of alice?' }));
    expect(sent).toHaveLength(0);
    await user.click(question.getByRole('button', { name: 'Reset' }));
    expect(await screen.findByDisplayValue('another-one')).toBeVisible();
    expect(sent[0]?.url.pathname).toBe('/api/v1/users/alice/password');
  });

  it('are removed only when that is confirmed, and the refusal is told', async () => {
    const detail = 'Nobody would be left with the role admin. Give it to somebody else first.';
    refuses('delete', '/users/:name', 409, { detail });
    const { user, address } = visit('/people?name=alice');
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    const question = within(await screen.findByRole('dialog', { name: 'Remove alice?' }));
    await user.click(question.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(detail)).toBeVisible();
    const removed = received('delete', '/users/:name', {});
    answers('get', '/users', { users: [admin] });
    await user.click(question.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('alice is removed')).toBeVisible();
    expect(address()).toBe('/people');
    expect(removed).toHaveLength(1);
  });

  it('do not disable, reset or remove themselves', async () => {
    answers('get', '/users', { users: [admin] });
    visit('/people?name=admin');
    expect(await screen.findByRole('region', { name: 'This is you' })).toBeVisible();
    expect(screen.queryByRole('switch', { name: /^Disabled/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Remove' })).not.toBeInTheDocument();
  });
});

describe('Groups', () => {
  it('show that they are loading until the service answers', async () => {
    neverAnswers('get', '/groups');
    visit('/people?tab=groups');
    expect(await screen.findByRole('status', { name: 'Loading the groups' })).toBeInTheDocument();
  });

  it('can be asked for again when the service failed', async () => {
    refuses('get', '/groups', 500);
    const { user } = visit('/people?tab=groups');
    expect(await screen.findByText('Could not load the groups')).toBeVisible();
    answers('get', '/groups', { groups: [aGroup()] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('night-shift')).toBeVisible();
  });

  it('say what they are for where there is none, and the first is added', async () => {
    answers('get', '/groups', { groups: [] });
    const sent = received('post', '/groups', aGroup());
    const { user } = visit('/people?tab=groups');
    expect(await screen.findByText('There is no group')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add a group' }));
    const form = within(await screen.findByRole('form', { name: 'Add a group' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'night-shift');
    await user.click(form.getByRole('combobox', { name: 'Members' }));
    await user.click(await screen.findByRole('option', { name: 'alice' }));
    await user.click(form.getByRole('button', { name: 'Add the group' }));
    expect(await screen.findByText('The group night-shift is saved')).toBeVisible();
    expect(sent[0]?.body).toEqual({ name: 'night-shift', role: 'viewer', members: ['alice'] });
  });

  it('are changed', async () => {
    const sent = received('put', '/groups/:name', aGroup({ role: 'admin' }));
    const { user } = visit('/people?tab=groups');
    await user.click(await screen.findByRole('button', { name: 'Details of night-shift' }));
    const form = within(await screen.findByRole('form', { name: 'Change night-shift' }));
    await user.click(form.getByRole('combobox', { name: 'Role' }));
    await user.click(await screen.findByRole('option', { name: /^Admin/ }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The group night-shift is saved')).toBeVisible();
    expect(sent[0]?.url.pathname).toBe('/api/v1/groups/night-shift');
    expect(sent[0]?.body).toEqual({ name: 'night-shift', role: 'admin', members: ['alice'] });
  });

  it('are removed only when that is confirmed', async () => {
    const removed = received('delete', '/groups/:name', {});
    const { user } = visit('/people?tab=groups&name=night-shift');
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(removed).toHaveLength(0);
    answers('get', '/groups', { groups: [] });
    await user.click(await screen.findByRole('button', { name: 'Remove the group' }));
    expect(await screen.findByText('The group night-shift is removed')).toBeVisible();
    expect(removed[0]?.url.pathname).toBe('/api/v1/groups/night-shift');
  });
});

describe('Who is signed in', () => {
  it('is ended by an admin', async () => {
    const ofAlice = aSession({ id: 9, user: 'alice', agent: 'curl/8.16.0' });
    answers('get', '/sessions', { sessions: [aSession({ own: true }), ofAlice] });
    const ended = received('delete', '/sessions/:id', {});
    const { user } = visit('/people?tab=sessions');
    expect(await screen.findByText('curl/8.16.0')).toBeVisible();
    answers('get', '/sessions', { sessions: [aSession({ own: true })] });
    await user.click(screen.getByRole('button', { name: 'End the session of alice from 192.0.2.10' }));
    expect(await screen.findByText('The session of alice from 192.0.2.10 has ended')).toBeVisible();
    expect(ended[0]?.url.pathname).toBe('/api/v1/sessions/9');
  });
});

describe('Everybody’s tokens', () => {
  it('are listed with whose they are and which are over', async () => {
    const over = aToken({ id: 4, name: 'backup', user: 'alice', expiresAt: '2026-01-01T00:00:00Z' });
    answers('get', '/tokens', { tokens: [aToken(), over] });
    visit('/people?tab=tokens');
    const [, first, second] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/siem-export.*of admin.*Viewer.*in \d+ d.*never/);
    expect(second).toHaveTextContent(/backup.*of alice.*Expired/);
  });
});
