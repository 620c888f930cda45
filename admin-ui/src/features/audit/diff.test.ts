// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { differences } from './diff';

it('names each field that is not as it was, by its path', () => {
  const before = { on: true, portScan: { threshold: 10, windowMinutes: 10 } };
  const after = { on: true, portScan: { threshold: 15, windowMinutes: 10 } };
  expect(differences(before, after)).toEqual([
    { field: 'portScan.threshold', before: ['10'], after: ['15'] },
  ]);
});

it('shows all of what was added or removed', () => {
  expect(differences(undefined, { name: 'alice', role: 'viewer' })).toEqual([
    { field: 'name', after: ['alice'] },
    { field: 'role', after: ['viewer'] },
  ]);
  expect(differences({ name: 'alice', comment: null }, undefined)).toEqual([
    { field: 'name', before: ['alice'] },
  ]);
});

it('shows of a list what left it and what came in', () => {
  const office = { cidr: '198.51.100.0/24', comment: 'the office' };
  const partner = { cidr: '203.0.113.0/24' };
  expect(differences({ allowlist: [office, partner] }, { allowlist: [partner] })).toEqual([
    { field: 'allowlist', before: ['cidr 198.51.100.0/24, comment the office'] },
  ]);
  expect(differences({ groups: [] }, { groups: ['night-shift'] })).toEqual([
    { field: 'groups', after: ['night-shift'] },
  ]);
});

it('finds nothing where nothing changed, and tells a field that came empty', () => {
  expect(differences({ a: [1, 2] }, { a: [1, 2] })).toEqual([]);
  expect(differences(undefined, undefined)).toEqual([]);
  expect(differences({}, { members: [] })).toEqual([{ field: 'members', after: [] }]);
});

it('takes a document that is only a value', () => {
  expect(differences('off', 'on')).toEqual([{ field: '', before: ['off'], after: ['on'] }]);
});
