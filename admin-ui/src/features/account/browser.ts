// SPDX-License-Identifier: Apache-2.0

/** In this order: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const browsers: readonly [mark: RegExp, name: string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [mark: RegExp, name: string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox on Linux"; what calls itself otherwise, as it does. */
export function browserName(agent: string): string {
  const browser = nameIn(browsers, agent);
  if (browser === undefined) {
    return agent === '' ? 'not told' : agent;
  }
  const system = nameIn(systems, agent);
  return system === undefined ? browser : `${browser} on ${system}`;
}

function nameIn(known: readonly [RegExp, string][], agent: string): string | undefined {
  return known.find(([mark]) => mark.test(agent))?.[1];
}
