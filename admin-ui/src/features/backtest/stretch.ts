// SPDX-License-Identifier: Apache-2.0

const day = 86_400_000;

/** How far back is looked, in days. */
export const stretches = [
  { value: '1', label: 'the last 24 hours' },
  { value: '7', label: 'the last 7 days' },
  { value: '30', label: 'the last 30 days' },
  { value: 'own', label: 'another stretch of time' },
] as const;

export interface Stretch {
  over: (typeof stretches)[number]['value'];
  from: string | undefined;
  to: string | undefined;
}

export const usualStretch: Stretch = { over: '7', from: undefined, to: undefined };

/** What is asked for; without a beginning there is none. */
export function rangeOf(
  { over, from, to }: Stretch,
  now: number = Date.now(),
): { from: string; to?: string } | undefined {
  if (over !== 'own') {
    return { from: new Date(now - Number(over) * day).toISOString() };
  }
  return from === undefined ? undefined : { from, ...(to !== undefined && { to }) };
}
