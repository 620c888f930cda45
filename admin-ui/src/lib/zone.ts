// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

/** Beside the theme, in this browser: who shares an account may sit elsewhere. */
const key = 'time-zone';

export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Browsers list some zones by older names only, and take these as well. */
const newerNames = [
  'America/Argentina/Buenos_Aires',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Europe/Kyiv',
].filter(isZone);

/** All that this browser knows. */
export const zones: readonly string[] = [
  'UTC',
  ...new Set(
    [...Intl.supportedValuesOf('timeZone'), ...newerNames].filter((name) => name !== 'UTC').toSorted(),
  ),
];

let chosen = known(localStorage.getItem(key));
const watching = new Set<() => void>();

/** Another browser's or an older zone may be unknown here. */
function known(name: string | null): string | undefined {
  return name !== null && isZone(name) ? name : undefined;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (failure) {
    if (failure instanceof RangeError) {
      return false;
    }
    throw failure;
  }
}

/** The zone in which all times are shown. */
export function zone(): string {
  return chosen ?? browserZone;
}

/** Absent: that of the browser. */
export function chooseZone(next: string | undefined): void {
  chosen = next;
  if (next === undefined) {
    localStorage.removeItem(key);
  } else {
    localStorage.setItem(key, next);
  }
  watching.forEach((changed) => changed());
}

function watch(changed: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === key) {
      chosen = known(event.newValue);
      changed();
    }
  };
  watching.add(changed);
  window.addEventListener('storage', elsewhere);
  return () => {
    watching.delete(changed);
    window.removeEventListener('storage', elsewhere);
  };
}

export function useZone(): string {
  return useSyncExternalStore(watch, zone);
}

/** What was chosen; absent: nothing, it is that of the browser. */
export function useChosenZone(): string | undefined {
  return useSyncExternalStore(watch, () => chosen);
}
