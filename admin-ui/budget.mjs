// SPDX-License-Identifier: Apache-2.0
// What a browser loads before it shows the first page, as it comes over the wire. Part of the build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const built = 'target/classes/public';
const mostBytes = 350_000;

const page = readFileSync(join(built, 'index.html'), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
const sizes = scripts.map((path) => ({ path, bytes: gzipSync(readFileSync(join(built, path))).length }));
const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

console.log(
  `admin-ui: the first page loads ${sizes.length} scripts, ${all} bytes of at most ${mostBytes}, gzipped`,
);
if (sizes.length === 0 || all > mostBytes) {
  sizes.forEach(({ path, bytes }) => console.error(`${String(bytes).padStart(8)} ${path}`));
  console.error(
    'admin-ui: the first page is too big, or has no script: have pages that are seldom opened come later',
  );
  process.exit(1);
}
