// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

let now = Date.now();

function subscribe(changed: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now();
    changed();
  }, 1000);
  now = Date.now();
  return () => clearInterval(timer);
}

/** The browser's clock, by the second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
