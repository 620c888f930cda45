// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aDevice, aLogFile, devices } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received, refuses } from '@/testing/server';

const waiting = aDevice({
  name: 'PA-NEW',
  standing: 'waiting',
  files: [aLogFile({ device: 'PA-NEW', file: '/var/log/Firewall/PA-NEW.log' })],
  conditions: [{ kind: 'waiting', detail: 'it waits for approval' }],
});

describe('Syslog Devices', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/devices');
    visit('/devices');
    expect(await screen.findByRole('status', { name: 'Loading the devices' })).toBeInTheDocument();
  });

  it('lists devices with their health, lag and refused lines', async () => {
    const silent = aDevice({
      name: 'PA-2',
      conditions: [{ kind: 'silent', detail: 'no line for 12 min' }],
      files: [aLogFile({ device: 'PA-2', lagBytes: 2_000, lagSeconds: 61, deadLetters: { time: 7 } })],
    });
    answers('get', '/devices', devices(aDevice(), silent));
    visit('/devices');
    const [, first, second] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(/PA-EDGE-1.*Discovered.*Well.*12,345.*none/);
    expect(second).toHaveTextContent(/PA-2.*Silent.*2\.0 kB, 1 min.*7/);
  });

  it('searches, and offers every device when none matches', async () => {
    answers('get', '/devices', devices(aDevice(), waiting));
    const { user, address } = visit('/devices');
    await screen.findByText('PA-NEW');
    await user.keyboard('/');
    await user.keyboard('edge');
    await waitFor(() => expect(screen.queryByText('PA-NEW')).not.toBeInTheDocument());
    expect(address()).toContain('q=edge');
    await user.keyboard('x');
    await user.click(await screen.findByRole('button', { name: 'Show every device' }));
    expect(await screen.findByText('PA-NEW')).toBeVisible();
  });

  it('says how a first device gets here', async () => {
    answers('get', '/devices', devices());
    visit('/devices');
    expect(await screen.findByText('No device yet')).toBeVisible();
  });

  it('can be asked again when the service failed', async () => {
    refuses('get', '/devices', 500);
    const { user } = visit('/devices');
    expect(await screen.findByText('The service answered with status 500.')).toBeVisible();
    answers('get', '/devices', devices(aDevice()));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('PA-EDGE-1')).toBeVisible();
  });

  it('approves a device that waits', async () => {
    answers('get', '/devices', devices(waiting));
    const sent = received('put', '/devices/:name', {});
    const { user } = visit('/devices');
    await user.click(await screen.findByRole('button', { name: 'Approve PA-NEW' }));
    expect(await screen.findByText('PA-NEW is approved')).toBeVisible();
    expect(sent[0]?.url.pathname).toBe('/api/v1/devices/PA-NEW');
    expect(sent[0]?.body).toEqual({ enabled: true });
  });
});

describe('A device', () => {
  it('shows refused lines with their reason and a sample', async () => {
    const refused = [{ reason: 'unknown-format', at: '2026-11-22T10:00:00Z', offset: 70, text: 'garbage' }];
    answers(
      'get',
      '/devices',
      devices(aDevice({ files: [aLogFile({ deadLetters: { 'unknown-format': 3 }, refused })] })),
    );
    const { user } = visit('/devices');
    await user.click(await screen.findByRole('button', { name: 'Details of PA-EDGE-1' }));
    const lines = within(await screen.findByRole('region', { name: 'Refused lines' }));
    expect(lines.getByText('Unknown format: 3')).toBeVisible();
    expect(lines.getByText(/garbage/)).toBeVisible();
  });

  it('is disabled by its switch', async () => {
    answers('get', '/devices', devices(aDevice()));
    const sent = received('put', '/devices/:name', {});
    const { user } = visit('/devices?device=PA-EDGE-1');
    await user.click(await screen.findByRole('switch', { name: /^Read its lines/ }));
    await user.click(screen.getByRole('button', { name: 'Register' }));
    expect(await screen.findByText('PA-EDGE-1 is saved')).toBeVisible();
    expect(sent[0]?.body).toEqual({ enabled: false });
  });

  it('says that it is saved, although the form makes place for one of the new decision', async () => {
    answers('get', '/devices', devices(aDevice()));
    const registered = {
      device: { name: 'PA-EDGE-1', enabled: true },
      at: '2026-11-22T10:00:00Z',
      by: 'admin',
    };
    const { user } = visit('/devices?device=PA-EDGE-1');
    const save = await screen.findByRole('button', { name: 'Register' });
    answers('put', '/devices/:name', registered);
    answers('get', '/devices', devices(aDevice({ registration: registered })));
    await user.click(save);
    expect(await screen.findByText('PA-EDGE-1 is saved')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Forget' })).toBeVisible();
  });
});

describe('Registering a device', () => {
  it('shows at the field what the service does not accept', async () => {
    answers('get', '/devices', devices());
    refuses('post', '/devices', 400, { field: 'name', detail: 'no', accepted: '1 to 100 letters' });
    const { user } = visit('/devices');
    await user.click(await screen.findByRole('button', { name: 'Register a device' }));
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.type(name, 'a b');
    await user.click(screen.getByRole('button', { name: 'Register' }));
    expect(await screen.findByText('It must be 1 to 100 letters')).toBeVisible();
    expect(name).toHaveValue('a b');
  });
});
