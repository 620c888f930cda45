// SPDX-License-Identifier: Apache-2.0
// Runs one step of the build, unless what it reads is the same as when it last succeeded.
// Maven calls it: node step.mjs install|build|test
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const dependencies = ['package.json', 'package-lock.json', '.npmrc'];
const sources = [
  ...dependencies,
  'src',
  'public',
  'index.html',
  'tsconfig.json',
  'vite.config.ts',
  'budget.mjs',
  '.oxlintrc.json',
];

const steps = {
  install: {
    reads: dependencies,
    writes: 'node_modules/.package-lock.json',
    runs: [['ci', '--no-audit', '--no-fund']],
  },
  build: { reads: sources, writes: 'target/classes/public/index.html', runs: [['run', 'build']] },
  test: {
    reads: sources,
    writes: 'node_modules',
    runs: [
      ['run', 'lint'],
      ['run', 'test'],
    ],
  },
};

const name = process.argv[2];
const step = steps[name];
if (step === undefined) {
  fail(`unknown step "${name}"; one of ${Object.keys(steps).join(', ')}`);
}

const mark = name === 'install' ? 'node_modules/.installed' : `target/.${name}`;
const now = fingerprint(step.reads);
if (existsSync(step.writes) && existsSync(mark) && readFileSync(mark, 'utf8') === now) {
  console.log(`admin-ui: ${name} is up to date`);
} else {
  step.runs.forEach(npm);
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, now);
}

function npm(args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) {
    fail(`npm could not be started (${error.message}); install Node.js 20 or newer with npm`);
  }
  if (status !== 0) {
    fail(`"npm ${args.join(' ')}" failed`);
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  paths.flatMap(files).forEach((file) => hash.update(file).update(readFileSync(file)));
  return hash.digest('hex');
}

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .flatMap((child) => files(join(path, child)))
    : [path];
}

function fail(message) {
  console.error(`admin-ui: ${message}`);
  process.exit(1);
}
