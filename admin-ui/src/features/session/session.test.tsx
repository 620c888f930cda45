// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anEntry, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, isUnreachable, neverAnswers, received, refuses } from '@/testing/server';

const wrong = { detail: 'The name or the password is wrong.' };

function nobodyIsIn() {
  refuses('get', '/session', 401, { detail: 'Sign in, or send a token.' });
}

describe('Signing in', () => {
  it('shows that it is loading until it is known who is in', async () => {
    neverAnswers('get', '/session');
    visit('/');
    expect(await screen.findByRole('status', { name: 'Loading who is signed in' })).toBeInTheDocument();
  });

  it('can be asked again when the service could not be reached', async () => {
    isUnreachable('get', '/session');
    const { user } = visit('/');
    expect(await screen.findByText('Could not load who is signed in')).toBeVisible();
    answers('get', '/session', signedIn());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeVisible();
  });

  it('is all that is shown before, and by keyboard alone leads to the page that was asked for', async () => {
    nobodyIsIn();
    const sent = received('post', '/session', signedIn());
    const asked = received('get', '/blacklist', { entries: [anEntry()] });
    const { user, address } = visit('/blacklist?q=203.0.113');
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveFocus();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    expect(asked).toHaveLength(0);
    await user.keyboard('admin{Tab}correct horse{Enter}');
    expect(await screen.findByText('203.0.113.7')).toBeVisible();
    expect(sent[0]?.body).toEqual({ user: 'admin', password: 'correct horse' });
    expect(address()).toBe('/blacklist?q=203.0.113');
  });

  it('helps password managers, and corrects no name', async () => {
    nobodyIsIn();
    visit('/');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    expect(name).toHaveAttribute('autocomplete', 'username');
    expect(name).toHaveAttribute('autocapitalize', 'none');
    expect(screen.getByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password');
  });

  it('says that Caps Lock is on', async () => {
    nobodyIsIn();
    visit('/');
    fireEvent.keyDown(await screen.findByLabelText('Password'), { key: 'A', modifierCapsLock: true });
    expect(await screen.findByText('Caps Lock is on.')).toBeVisible();
  });

  it('sends nothing that is not whole', async () => {
    nobodyIsIn();
    const sent = received('post', '/session', signedIn());
    const { user } = visit('/');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The name of your account')).toBeVisible();
    expect(sent).toHaveLength(0);
  });

  it('says what is wrong, and keeps what was typed', async () => {
    nobodyIsIn();
    refuses('post', '/session', 401, wrong);
    const { user } = visit('/');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'admin');
    await user.keyboard('{Tab}not it{Enter}');
    expect(await screen.findByText('The name or the password is wrong.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('admin');
    expect(screen.getByLabelText('Password')).toHaveValue('not it');
  });

  it('says when it may be tried again after too many attempts', async () => {
    nobodyIsIn();
    refuses('post', '/session', 429, {}, { 'Retry-After': '90' });
    const { user } = visit('/');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'admin');
    await user.keyboard('{Tab}not it{Enter}');
    expect(await screen.findByText(/^Try again at \d\d:\d\d:\d\d, in 1 min\.$/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  });

  it.each(['//foreign.example/', '/https://foreign.example/', '/?then=https://foreign.example/'])(
    'leads nowhere else, whatever the address names: %s',
    async (forged) => {
      nobodyIsIn();
      answers('post', '/session', signedIn());
      const before = window.location.href;
      const { user, address } = visit(forged);
      await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'admin');
      await user.keyboard('{Tab}correct horse{Enter}');
      expect(await screen.findByRole('navigation', { name: 'Pages' })).toBeVisible();
      expect(window.location.href).toBe(before);
      expect(new URL(address(), before).origin).toBe(new URL(before).origin);
    },
  );
});

describe('A session', () => {
  it('that the service no longer knows leads to signing in, and back to where one was', async () => {
    const { user, address } = visit('/blacklist?q=203');
    await screen.findByText('203.0.113.7');
    nobodyIsIn();
    refuses('get', '/blacklist', 401);
    // At once: between keys that come slowly the session would end before the last one.
    await user.click(screen.getByRole('textbox', { name: 'Search the blacklist' }));
    await user.paste('.0.1');
    expect(await screen.findByText('Your session has ended. Sign in to go on.')).toBeVisible();
    expect(screen.queryByText('203.0.113.7')).not.toBeInTheDocument();
    answers('post', '/session', signedIn());
    answers('get', '/blacklist', { entries: [anEntry()] });
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'admin');
    await user.keyboard('{Tab}correct horse{Enter}');
    expect(await screen.findByText('203.0.113.7')).toBeVisible();
    expect(address()).toBe('/blacklist?q=203.0.1');
  });

  it('sends its token with each change, and a new one after signing in anew', async () => {
    nobodyIsIn();
    answers('post', '/session', signedIn({ csrfToken: 'the-new-one' }));
    const { user } = visit('/system');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'admin');
    await user.keyboard('{Tab}correct horse{Enter}');
    const sent = received('put', '/system', { on: false });
    await user.click(await screen.findByRole('switch', { name: 'The system is on' }));
    await user.click(await screen.findByRole('button', { name: 'Turn off' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.csrfToken).toBe('the-new-one');
  });

  it('ends by signing out; who comes next begins at the front', async () => {
    const ended = received('delete', '/session', {});
    const { user, address } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'Your account: admin' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(ended[0]?.csrfToken).toBe('a-csrf-token');
    expect(address()).toBe('/');
  });

  it('goes on when the service could not be told of signing out', async () => {
    isUnreachable('delete', '/session');
    const { user } = visit('/system');
    await user.click(await screen.findByRole('button', { name: 'Your account: admin' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByText('You are still signed in')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'System On Off' })).toBeVisible();
  });

  it('whose rights were taken away offers no more what was refused', async () => {
    refuses('put', '/system', 403, { detail: 'This needs the role admin.' });
    answers('get', '/system', { on: false });
    const { user } = visit('/system');
    const theSwitch = await screen.findByRole('switch', { name: 'The system is off' });
    answers('get', '/session', signedIn({ role: 'viewer' }));
    await user.click(theSwitch);
    await waitFor(() => expect(screen.getByRole('switch', { name: /The system is off/ })).toBeDisabled());
  });
});

describe('A password that was handed over', () => {
  const mustChange = signedIn({ user: 'alice', mustChangePassword: true });

  it('is to be changed before anything else', async () => {
    answers('get', '/session', mustChange);
    visit('/blacklist');
    expect(await screen.findByRole('heading', { name: 'Choose your own password' })).toBeVisible();
    expect(screen.getByText('At least 12 characters')).toBeVisible();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });

  it('once changed leads to the page that was asked for', async () => {
    answers('get', '/session', mustChange);
    const sent = received('put', '/account/password', signedIn({ user: 'alice', csrfToken: 'next' }));
    const { user } = visit('/blacklist');
    await user.type(await screen.findByLabelText('Present password'), 'handed over');
    await user.type(screen.getByLabelText('New password'), 'a long new password');
    await user.type(screen.getByLabelText('New password once more'), 'a long new password');
    await user.click(screen.getByRole('button', { name: 'Change and go on' }));
    expect(await screen.findByText('203.0.113.7')).toBeVisible();
    expect(sent[0]?.body).toEqual({ present: 'handed over', next: 'a long new password' });
    expect(sent[0]?.csrfToken).toBe('a-csrf-token');
  });

  it('is not exchanged for one that does not do, or was typed differently', async () => {
    answers('get', '/session', mustChange);
    const sent = received('put', '/account/password', signedIn());
    const { user } = visit('/');
    await user.type(await screen.findByLabelText('Present password'), 'handed over');
    await user.type(screen.getByLabelText('New password'), 'too short');
    await user.type(screen.getByLabelText('New password once more'), 'other');
    await user.click(screen.getByRole('button', { name: 'Change and go on' }));
    expect(await screen.findByText('It does not meet all that is asked for')).toBeVisible();
    expect(screen.getByText('It differs from the new password')).toBeVisible();
    expect(sent).toHaveLength(0);
  });
});
