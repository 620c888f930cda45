// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { aLogFile, status } from '@/testing/builders';
import { visit } from '@/testing/render';
import { answers, isUnreachable, neverAnswers } from '@/testing/server';

describe('Overview', () => {
  it('shows that it is loading until the service answers', async () => {
    neverAnswers('get', '/status');
    visit('/');
    expect(await screen.findByRole('status', { name: 'Loading the overview' })).toBeInTheDocument();
  });

  it('counts what is listed, in all and by reason', async () => {
    visit('/');
    expect(await screen.findByRole('link', { name: /On the list now/ })).toHaveTextContent('42');
    expect(screen.getByRole('link', { name: /Port Scan Attack v1/ })).toHaveTextContent('30');
    expect(screen.getByRole('link', { name: /Vulnerability Scan v1/ })).toHaveTextContent('5');
  });

  it('leads from a reason to its entries', async () => {
    const { user, address } = visit('/');
    await user.click(await screen.findByRole('link', { name: /Port Scan Attack v2/ }));
    expect(address()).toBe('/blacklist?reason=ip-scan');
  });

  it('says why there is no log file, and what to do', async () => {
    answers('get', '/status', status({ bridge: [], detector: [] }));
    visit('/');
    const files = within(await screen.findByRole('region', { name: 'Log files' }));
    expect(files.getByText('No log file has been seen yet')).toBeVisible();
    expect(files.getByText(/Point rsyslog at the watched folder/)).toBeVisible();
    expect(screen.getByText('The detector has not reported yet')).toBeVisible();
  });

  it('finds a log file by its device', async () => {
    answers(
      'get',
      '/status',
      status({ bridge: [aLogFile(), aLogFile({ device: 'PA-LAB', file: '/x/PA-LAB.log' })] }),
    );
    const { user } = visit('/');
    const search = await screen.findByRole('textbox', { name: 'Search log files' });
    await user.keyboard('/');
    expect(search).toHaveFocus();
    await user.type(search, 'lab');
    const files = within(screen.getByRole('region', { name: 'Log files' }));
    expect(files.getByText('PA-LAB')).toBeVisible();
    expect(files.queryByText('PA-EDGE-1')).toBeNull();
  });

  it('puts what is broken first', async () => {
    const publishing = { name: 'publishing', up: false, detail: 'Kafka is not reachable' };
    answers('get', '/status', status({ components: [publishing] }));
    visit('/');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Publishing needs attentionKafka is not reachable',
    );
  });

  it('tells what it can while the database is away', async () => {
    answers('get', '/status', { at: new Date().toISOString(), components: [], detector: [], bridge: [] });
    visit('/');
    expect(await screen.findByRole('link', { name: /On the list now/ })).toHaveTextContent('unknown');
    expect(screen.getByText('There is no list yet')).toBeVisible();
  });

  it('says that it failed when the service answers with something else', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    answers('get', '/status', {});
    visit('/');
    expect(await screen.findByText('This page failed')).toBeVisible();
    expect(screen.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  });

  it('can be asked again when the service could not be reached', async () => {
    isUnreachable('get', '/status');
    const { user } = visit('/');
    expect(await screen.findByText('Could not load the overview')).toBeVisible();
    answers('get', '/status', status());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: /On the list now/ })).toBeVisible();
  });
});
