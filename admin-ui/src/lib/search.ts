// SPDX-License-Identifier: Apache-2.0

/** What the address bar holds under these names, as text: the router reads "203" as a number. */
export function textsOf<Key extends string>(
  given: Record<string, unknown>,
  keys: readonly Key[],
): { [K in Key]?: string } {
  const texts: { [K in Key]?: string } = {};
  for (const key of keys) {
    const value = given[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') {
      texts[key] = String(value);
    }
  }
  return texts;
}
