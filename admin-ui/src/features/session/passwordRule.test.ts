// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { metBy } from './passwordRule';

it.each([
  ['correct horse', [true, true, true, true]],
  ['short', [false, true, true, false]],
  ['é'.repeat(37), [true, false, false, true]],
  ['ababababababab', [true, true, false, true]],
  ['operator-operator', [true, true, true, false]],
  ['', [false, false, false, false]],
])('judges %s as the service does', (password, met) => {
  expect(metBy(password, 'operator')).toEqual(met);
});
