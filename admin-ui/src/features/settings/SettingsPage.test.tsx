// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { settings } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, isUnreachable, neverAnswers, received, refuses } from '@/testing/server';

const threshold = { name: 'Port Scan Attack v1: threshold' };

describe('ActiveDefense Settings', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/settings');
    visit('/settings');
    expect(await screen.findByRole('status', { name: 'Loading the settings' })).toBeInTheDocument();
  });

  it('shows the settings in force', async () => {
    visit('/settings');
    expect(await screen.findByRole('textbox', threshold)).toHaveValue('10');
    expect(screen.getByText('Version 3 is in force')).toBeVisible();
    expect(screen.getByText('198.51.100.0/24')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('says that the allowlist is empty and how to fill it', async () => {
    visit('/settings');
    const allowlist = within(await screen.findByRole('region', { name: /Allowlist/ }));
    expect(allowlist.getByText('None yet')).toBeVisible();
  });

  it('saves the whole document with what was changed', async () => {
    const saved = received('put', '/settings', settings({ version: 4 }));
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '15');
    await user.type(screen.getByRole('textbox', { name: 'Allowlist: network to add' }), '192.0.2.53{Enter}');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The settings are saved as version 4')).toBeVisible();
    expect(saved[0]?.body).toEqual(
      settings({
        portScan: { mode: 'enforce', threshold: 15, windowMinutes: 10, countedActions: 'all' },
        allowlist: [{ cidr: '192.0.2.53' }],
      }),
    );
  });

  it('says at the field which range is accepted, and sends nothing', async () => {
    const saved = received('put', '/settings', settings());
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('A whole number from 1 to 1,000')).toBeVisible();
    expect(saved).toHaveLength(0);
  });

  it('shows at the field what the service does not accept, and keeps what was typed', async () => {
    const detail = 'portScan.threshold: 11 is not accepted; it must be in 12 to 13';
    refuses('put', '/settings', 400, { field: 'portScan.threshold', detail, accepted: 'in 12 to 13' });
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '11');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Nothing was saved')).toBeVisible();
    expect(screen.getByText(detail)).toBeVisible();
    expect(field).toHaveValue('11');
    expect(field).toHaveAccessibleDescription('It must be in 12 to 13');
  });

  it('shows what somebody else saved meanwhile, when asked to', async () => {
    refuses('put', '/settings', 409, { field: 'version', detail: 'version 4 is in force' });
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.type(field, '0');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    answers('get', '/settings', settings({ version: 4, blockWindowDays: 60 }));
    await user.click(
      await screen.findByRole('button', { name: 'Drop my changes and show what is in force' }),
    );
    expect(await screen.findByText('Version 4 is in force')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Block window in days' })).toHaveValue('60');
  });

  it('goes back to what is in force', async () => {
    const { user } = visit('/settings');
    const field = await screen.findByRole('textbox', threshold);
    await user.clear(field);
    await user.type(field, '12');
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(field).toHaveValue('10');
  });

  it('can be asked again when the service could not be reached', async () => {
    isUnreachable('get', '/settings');
    const { user } = visit('/settings');
    expect(await screen.findByText('Could not load the settings')).toBeVisible();
    answers('get', '/settings', settings());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('textbox', threshold)).toBeVisible();
  });
});
