// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anAuditEvent, signedIn } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

describe('Audit', () => {
  it('is for admins', async () => {
    answers('get', '/session', signedIn({ role: 'operator' }));
    const asked = received('get', '/audit', { events: [] });
    visit('/audit');
    expect(await screen.findByText('This page is for the role admin')).toBeVisible();
    expect(asked).toHaveLength(0);
  });

  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/audit');
    visit('/audit');
    expect(await screen.findByRole('status', { name: 'Loading the audit log' })).toBeInTheDocument();
  });

  it('can be asked again when the service failed', async () => {
    refuses('get', '/audit', 500);
    const { user } = visit('/audit');
    expect(await screen.findByText('Could not load the audit log')).toBeVisible();
    answers('get', '/audit', { events: [anAuditEvent()] });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('user alice')).toBeVisible();
  });

  it('lists who did what, how and from where', async () => {
    const byCommand = anAuditEvent({
      id: 40,
      actor: { who: 'root', via: 'command' },
      action: 'signed-in',
      kind: 'session',
    });
    answers('get', '/audit', { events: [anAuditEvent(), byCommand] });
    visit('/audit');
    const [, first, second] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/admin.*on the page, 192\.0\.2\.10.*changed.*user alice/);
    expect(second).toHaveTextContent(/root.*with a command, the service’s machine.*signed in.*session alice/);
  });

  it('says so where nothing is recorded', async () => {
    answers('get', '/audit', { events: [] });
    visit('/audit');
    expect(await screen.findByText('Nothing is recorded yet')).toBeVisible();
  });

  it('searches for what is typed, keeps it in the address bar and in the export', async () => {
    const asked = received('get', '/audit', { events: [anAuditEvent()] });
    const { user, address } = visit('/audit?kind=user');
    await screen.findByText('user alice');
    await user.keyboard('/');
    await user.keyboard('ali');
    await user.type(screen.getByRole('textbox', { name: 'Who' }), 'admin');
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-11-22T09:00:00' } });
    const from = new Date('2026-11-22T09:00:00').toISOString();
    await waitFor(() =>
      expect(Object.fromEntries(asked.at(-1)?.url.searchParams ?? [])).toEqual({
        who: 'admin',
        kind: 'user',
        subject: 'ali',
        from,
        limit: '100',
      }),
    );
    expect(address()).toContain('subject=ali');
    const link = screen.getByRole('link', { name: 'Export as CSV' });
    const exported = new URL(link.getAttribute('href') ?? '', 'http://localhost');
    expect(exported.pathname).toBe('/api/v1/audit/export');
    expect(Object.fromEntries(exported.searchParams)).toEqual({
      who: 'admin',
      kind: 'user',
      subject: 'ali',
      from,
    });
  });

  it('offers every event when the search finds none', async () => {
    answers('get', '/audit', { events: [] });
    const { user, address } = visit('/audit?who=nobody&from=not-a-time');
    expect(await screen.findByText('No event matches')).toBeVisible();
    answers('get', '/audit', { events: [anAuditEvent()] });
    await user.click(screen.getByRole('button', { name: 'Show every event' }));
    expect(await screen.findByText('user alice')).toBeVisible();
    expect(address()).toBe('/audit');
  });

  it('goes on behind the last event', async () => {
    answers('get', '/audit', { events: [anAuditEvent()], next: 41 });
    const { user } = visit('/audit');
    const more = await screen.findByRole('button', { name: 'Show more' });
    const asked = received('get', '/audit', { events: [anAuditEvent({ id: 40, subject: 'bob' })] });
    await user.click(more);
    expect(await screen.findByText('user bob')).toBeVisible();
    expect(asked[0]?.url.searchParams.get('before')).toBe('41');
  });

  it('shows of an event which fields changed, and how', async () => {
    const { user } = visit('/audit');
    await user.click(await screen.findByRole('button', { name: 'Details of event 41' }));
    const changes = within(await screen.findByRole('region', { name: 'What changed' }));
    const rows = changes.getAllByRole('row');
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveTextContent(/role.*viewer.*operator/);
  });
});
