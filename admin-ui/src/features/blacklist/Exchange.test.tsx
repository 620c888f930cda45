// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anEntry } from '@/testing/builders';
import { visit } from '@/testing/render';
import { received, refuses } from '@/testing/server';

describe('An import', () => {
  async function form(user: ReturnType<typeof visit>['user']) {
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Import addresses' }));
    return within(await screen.findByRole('form', { name: 'Import addresses' }));
  }

  it('says what it would add before it adds anything', async () => {
    const { user } = visit('/blacklist');
    const fields = await form(user);
    await user.type(fields.getByRole('textbox', { name: 'Lines' }), '192.0.2.1{Enter}192.0.2.2');
    const looked = received('post', '/blacklist/import', { added: 2, listedBefore: 1, dryRun: true });
    await user.click(fields.getByRole('button', { name: 'See what it would add' }));
    expect(await fields.findByText(/^2 would be added; 1 are listed already/)).toBeVisible();
    expect(parameters(looked[0]?.url)).toEqual({ dryRun: 'true' });
    const sent = received('post', '/blacklist/import', { added: 2, listedBefore: 1, dryRun: false });
    await user.click(fields.getByRole('button', { name: 'Add 2' }));
    expect(await screen.findByText('2 addresses and prefixes are added')).toBeVisible();
    expect(sent[0]).toMatchObject({
      body: '192.0.2.1\n192.0.2.2',
      type: 'text/plain',
      csrfToken: 'a-csrf-token',
    });
  });

  it('of a file with a heading is one of CSV', async () => {
    const { user } = visit('/blacklist');
    const fields = await form(user);
    const text = 'address,comment\n192.0.2.1,a partner\n';
    await user.upload(
      document.querySelector<HTMLInputElement>('input[type="file"]') ?? document.createElement('input'),
      new File([text], 'list.csv', { type: 'text/csv' }),
    );
    await waitFor(() => expect(fields.getByRole('textbox', { name: 'Lines' })).toHaveValue(text));
    const looked = received('post', '/blacklist/import', { added: 1, listedBefore: 0, dryRun: true });
    await user.click(fields.getByRole('button', { name: 'See what it would add' }));
    await fields.findByText(/^1 would be added/);
    expect(looked[0]).toMatchObject({ body: text, type: 'text/csv' });
  });

  it('tells each line that is not accepted, and loses none', async () => {
    const accepted = 'an address or a prefix';
    refuses('post', '/blacklist/import', 400, {
      detail: 'One line is not accepted.',
      errors: [{ line: 2, field: 'address', value: 'nonsense', accepted }],
    });
    const { user } = visit('/blacklist');
    const fields = await form(user);
    await user.type(fields.getByRole('textbox', { name: 'Lines' }), '192.0.2.1{Enter}nonsense');
    await user.click(fields.getByRole('button', { name: 'See what it would add' }));
    const faults = within(await screen.findByRole('table', { name: 'Lines that are not accepted' }));
    expect(faults.getByRole('row')).toHaveTextContent(`Line 2nonsenseaddress must be ${accepted}`);
    expect(fields.getByRole('textbox', { name: 'Lines' })).toHaveValue('192.0.2.1\nnonsense');
  });
});

describe('An undo', () => {
  it('says what it would release, and releases it with a reason', async () => {
    const asked = received('get', '/blacklist/undo', { releases: 37, keeps: 4, first: [anEntry()] });
    const { user } = visit('/blacklist');
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Undo what a rule has listed' }));
    expect(await screen.findByText(/^37 would be released; 4 stay/)).toBeVisible();
    expect(asked[0]?.url.searchParams.get('rule')).toBe('port-scan');
    const sent = received('post', '/blacklist/undo', { released: 37 });
    await user.click(screen.getByRole('button', { name: 'Release 37' }));
    const question = within(await screen.findByRole('dialog', { name: 'Release 37 entries?' }));
    await user.type(question.getByRole('textbox', { name: 'Why' }), 'the threshold was too low');
    await user.click(question.getByRole('button', { name: 'Release them' }));
    expect(await screen.findByText('37 entries are released')).toBeVisible();
    expect(sent[0]?.body).toEqual({
      rule: 'port-scan',
      since: asked[0]?.url.searchParams.get('since'),
      why: 'the threshold was too low',
    });
  });
});

function parameters(url: URL | undefined): Record<string, string> {
  return Object.fromEntries(url?.searchParams ?? []);
}
