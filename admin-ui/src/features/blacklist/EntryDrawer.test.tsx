// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aRecordedDetection, aStory, settings } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, neverAnswers, received } from '@/testing/server';

describe('An entry', () => {
  it('shows its evidence and its history', async () => {
    const { user } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'Details of 203.0.113.7' }));
    const evidence = within(await screen.findByRole('region', { name: 'Evidence' }));
    expect(evidence.getAllByRole('row')).toHaveLength(12);
    expect(evidence.getAllByText('198.51.100.20')).toHaveLength(11);
    expect(screen.getByText('More than 10 ports of one destination within 10 minutes')).toBeVisible();
  });

  it('shows how it came over the threshold of the settings that were in force then', async () => {
    const { entry, history } = aStory();
    const detection = aRecordedDetection({}, { evidence: entry.evidence, settingsVersion: 2 });
    answers('get', '/blacklist/203.0.113.7', { entry, history, detections: [detection] });
    answers('get', '/settings/versions/2', settings({ version: 2 }));
    visit('/blacklist?entry=203.0.113.7');
    const rule = 'More than 10 ports of one destination within 10 minutes.';
    expect(await screen.findByText(new RegExp(`^${rule} That was version 2`))).toBeVisible();
    const timeline = within(screen.getByRole('figure', { name: 'What it touched, one after the other' }));
    expect(timeline.getAllByRole('row')).toHaveLength(11);
    expect(timeline.getAllByRole('row')[0]).toHaveTextContent(/^port 20/);
    expect(screen.getByText('11 of them within 4 min')).toBeVisible();
    const detections = within(screen.getByRole('region', { name: 'Detections' }));
    expect(detections.getByText(/it was listed, or its entry renewed · version 2/)).toBeVisible();
  });

  it('says that all of it was within one second where it was', async () => {
    const { entry, history } = aStory();
    const quick = entry.evidence.map((seen) => ({ ...seen, at: '2026-11-22T09:58:00Z' }));
    const detection = aRecordedDetection({}, { evidence: quick, settingsVersion: 2 });
    answers('get', '/blacklist/203.0.113.7', {
      entry: { ...entry, evidence: quick },
      history,
      detections: [detection],
    });
    answers('get', '/settings/versions/2', settings({ version: 2 }));
    visit('/blacklist?entry=203.0.113.7');
    expect(await screen.findByText('11 of them within the same second')).toBeVisible();
  });

  it('is asked for by network and prefix length when it is a network', async () => {
    const asked = received('get', '/blacklist/:network/:prefix', aStory({ address: '2001:db8:7::/64' }));
    visit('/blacklist?entry=2001:db8:7::/64');
    await screen.findByRole('region', { name: 'Evidence' });
    expect(decodeURIComponent(asked[0]?.url.pathname ?? '')).toBe('/api/v1/blacklist/2001:db8:7::/64');
  });

  it('says the country of its source where a firewall told it', async () => {
    answers('get', '/blacklist/203.0.113.7', aStory({ country: 'Germany' }));
    visit('/blacklist?entry=203.0.113.7');
    expect(await screen.findByText('Germany')).toBeVisible();
  });

  it('is not released without a reason', async () => {
    const released = received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.click(await screen.findByRole('button', { name: 'Release' }));
    expect(screen.getByText('Say why: it is kept in the history')).toBeVisible();
    expect(released).toHaveLength(0);
  });

  it('is released with the reason that was given', async () => {
    const released = received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.type(await screen.findByRole('textbox', { name: 'Why is it released?' }), 'our own scanner');
    await user.click(screen.getByRole('button', { name: 'Release' }));
    expect(await screen.findByText('203.0.113.7 is released')).toBeVisible();
    expect(released[0]?.url.searchParams.get('reason')).toBe('our own scanner');
  });

  it('is closed when it is released, however soon it is told to be and however late the list comes', async () => {
    received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.type(await screen.findByRole('textbox', { name: 'Why is it released?' }), 'our own scanner');
    answers('get', '/blacklist/203.0.113.7', aStory({ releasedAt: '2026-11-22T10:00:00Z' }));
    neverAnswers('get', '/blacklist');
    await user.click(screen.getByRole('button', { name: 'Release' }));
    expect(await screen.findByText('203.0.113.7 is released')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });
});

describe('An entry that shall never come back', () => {
  it('is put on the allowlist with its release', async () => {
    const released = received('delete', '/blacklist/:address', {});
    const { user } = visit('/blacklist?entry=203.0.113.7');
    await user.type(await screen.findByRole('textbox', { name: 'Why is it released?' }), 'a partner');
    await user.click(screen.getByRole('checkbox', { name: /never listed again/ }));
    await user.click(screen.getByRole('button', { name: 'Release' }));
    expect(await screen.findByText('203.0.113.7 is released and on the allowlist')).toBeVisible();
    expect(released[0]?.url.searchParams.get('neverAgain')).toBe('true');
  });
});
