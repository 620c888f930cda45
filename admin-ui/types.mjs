// SPDX-License-Identifier: Apache-2.0
// Writes src/lib/schema.ts from docs/reference/openapi.yml, the description of the service's REST API.
// After a change of the API: node types.mjs ../blacklist-service/target/classes/META-INF/swagger/active-defense.yml
// openapi-typescript needs an older TypeScript than ours: it is fetched when it is needed, with its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';

const description = '../docs/reference/openapi.yml';
const types = 'src/lib/schema.ts';

const changed = process.argv[2];
if (changed !== undefined) {
  copyFileSync(changed, description);
}

const packages = ['openapi-typescript@7.9.1', 'typescript@5.9.3'].flatMap((name) => ['--package', name]);
const { status } = spawnSync('npx', ['--yes', ...packages, 'openapi-typescript', description, '-o', types], {
  stdio: 'inherit',
});
if (status !== 0) {
  process.exit(status ?? 1);
}

const digest = createHash('sha256').update(readFileSync(description)).digest('hex');
const header = `// SPDX-License-Identifier: Apache-2.0\n// Made by types.mjs from openapi.yml, sha256 ${digest}\n`;
writeFileSync(types, header + readFileSync(types, 'utf8'));
