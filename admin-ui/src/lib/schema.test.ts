// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('The types are those of openapi.yml; if not: npm run types', () => {
  const digest = createHash('sha256').update(readFileSync('../docs/reference/openapi.yml')).digest('hex');
  expect(readFileSync('src/lib/schema.ts', 'utf8')).toContain(`from openapi.yml, sha256 ${digest}`);
});
