// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aMailServer, aRecipient } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

describe('Notification recipients', () => {
  it('show that they are loading until the service answers', async () => {
    neverAnswers('get', '/notifications/recipients');
    visit('/notifications');
    expect(await screen.findByRole('status', { name: 'Loading the recipients' })).toBeInTheDocument();
  });

  it('are listed with what each is told of', async () => {
    answers('get', '/notifications/recipients', {
      recipients: [aRecipient(), aRecipient({ id: 5, name: 'NOC', enabled: false, reasons: [] })],
    });
    visit('/notifications');
    const table = within(await screen.findByRole('table', { name: 'Recipients' }));
    await table.findByText('Port Scan Attack v1');
    const [, first, second] = table.getAllByRole('row');
    expect(first).toHaveTextContent(/SOC.*mail: soc@example\.com.*Port Scan Attack v1.*All of them/);
    expect(second).toHaveTextContent(/NOC.*Off.*none/);
  });

  it('are added with channel, address and secret', async () => {
    const sent = received('post', '/notifications/recipients', aRecipient({ name: 'Chat' }));
    const { user } = visit('/notifications');
    await user.click(await screen.findByRole('button', { name: 'Add a recipient' }));
    const form = within(await screen.findByRole('form', { name: 'Add the recipient' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'Chat');
    await user.click(form.getByRole('combobox', { name: 'How it is told' }));
    await user.click(await screen.findByRole('option', { name: 'Webhook' }));
    await user.type(form.getByRole('textbox', { name: 'Address' }), 'https://hooks.example.com/x');
    await user.type(form.getByLabelText('Secret'), 'a secret of 16 signs');
    await user.click(form.getByRole('button', { name: 'Add the recipient' }));
    expect(await screen.findByText('Chat is told from now on')).toBeVisible();
    expect(sent[0]?.body).toEqual({
      channel: 'webhook',
      name: 'Chat',
      enabled: true,
      address: 'https://hooks.example.com/x',
      secret: 'a secret of 16 signs',
      reasons: ['all'],
      alarms: ['all'],
    });
  });

  it('keep their address where none is typed', async () => {
    const sent = received('put', '/notifications/recipients/:id', aRecipient());
    const { user } = visit('/notifications');
    await user.click(await screen.findByRole('button', { name: 'Change SOC' }));
    const form = within(await screen.findByRole('form', { name: 'Save' }));
    await user.click(form.getByRole('switch', { name: /^It is told/ }));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('SOC is changed')).toBeVisible();
    expect(sent[0]?.body).toMatchObject({ name: 'SOC', enabled: false });
    expect(sent[0]?.body).not.toHaveProperty('address');
  });

  it('are sent a test, whose answer is shown in the receiver’s words', async () => {
    const answer = '550 5.1.1 User unknown';
    answers('post', '/notifications/recipients/:id/test', { sent: false, answer });
    const { user } = visit('/notifications');
    await user.click(await screen.findByRole('button', { name: 'Change SOC' }));
    await user.click(await screen.findByRole('button', { name: 'Send a test' }));
    expect(await screen.findByText(answer)).toBeVisible();
    expect(screen.getByText('It was not taken')).toBeVisible();
  });

  it('that are not accepted are told at the field', async () => {
    refuses('post', '/notifications/recipients', 400, { field: 'address', detail: 'no', accepted: 'a URL' });
    const { user } = visit('/notifications');
    await user.click(await screen.findByRole('button', { name: 'Add a recipient' }));
    const form = within(await screen.findByRole('form', { name: 'Add the recipient' }));
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'Chat');
    await user.type(form.getByRole('textbox', { name: 'Address' }), 'nonsense');
    await user.click(form.getByRole('button', { name: 'Add the recipient' }));
    expect(await screen.findByText('It must be a URL')).toBeVisible();
    expect(form.getByRole('textbox', { name: 'Address' })).toHaveValue('nonsense');
  });
});

describe('SMTP settings', () => {
  it('are changed without the password, which stays', async () => {
    const sent = received('put', '/notifications/mail-server', aMailServer());
    const { user } = visit('/notifications?tab=smtp');
    const sender = await screen.findByRole('textbox', { name: 'Sender' });
    await user.clear(sender);
    await user.type(sender, 'soc@example.com');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The mail server is set up')).toBeVisible();
    expect(sent[0]?.body).toEqual({
      host: 'mail.example.com',
      port: 587,
      security: 'starttls',
      user: 'defense',
      sender: 'soc@example.com',
    });
  });

  it('are tried by a test mail, and the server’s words are shown', async () => {
    const sent = received('post', '/notifications/mail-server/test', {
      sent: true,
      answer: '250 Ok: queued',
    });
    const { user } = visit('/notifications?tab=smtp');
    await user.type(await screen.findByRole('textbox', { name: 'To' }), 'me@example.com{Enter}');
    expect(await screen.findByText('250 Ok: queued')).toBeVisible();
    expect(sent[0]?.body).toEqual({ to: 'me@example.com' });
  });

  it('say that there is no mail server yet', async () => {
    answers('get', '/notifications/mail-server', { configured: false, hasPassword: false });
    visit('/notifications?tab=smtp');
    expect(await screen.findByText('There is none: no mail is sent')).toBeVisible();
    expect(screen.queryByRole('form', { name: 'Test mail' })).not.toBeInTheDocument();
  });
});

describe('Deliveries', () => {
  const waiting = {
    id: 9,
    recipient: 4,
    name: 'SOC',
    kind: 'alarms',
    summary: 'A device is silent',
    state: 'waiting',
    queuedAt: '2026-11-22T10:00:00Z',
    attempts: 3,
    nextAt: '2026-11-22T10:15:00Z',
    answer: '451 try later',
  };

  it('say what waits, how often it was tried and what the receiver said', async () => {
    answers('get', '/notifications/deliveries', { deliveries: [waiting] });
    visit('/notifications?tab=deliveries');
    const table = within(await screen.findByRole('table', { name: 'Deliveries' }));
    expect(table.getAllByRole('row')[1]).toHaveTextContent(
      /A device is silent.*to SOC.*Waiting.*3 attempts.*tried again.*451 try later/,
    );
  });

  it('are narrowed by state, which the address bar keeps', async () => {
    const asked = received('get', '/notifications/deliveries', { deliveries: [] });
    const { user, address } = visit('/notifications?tab=deliveries');
    await user.click(await screen.findByRole('combobox', { name: 'State' }));
    await user.click(await screen.findByRole('option', { name: 'Given up' }));
    await waitFor(() => expect(asked.at(-1)?.url.searchParams.get('state')).toBe('given-up'));
    expect(address()).toContain('state=given-up');
  });

  it('say so where there is none, and can be asked for again when the service failed', async () => {
    refuses('get', '/notifications/deliveries', 500);
    const { user } = visit('/notifications?tab=deliveries');
    expect(await screen.findByText('Could not load the deliveries')).toBeVisible();
    answers('get', '/notifications/deliveries', { deliveries: [] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing was delivered')).toBeVisible();
  });
});
