// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const watching = new Set<() => void>();

/** One clock for all: a long table has hundreds of times. */
function subscribe(changed: () => void): () => void {
  if (watching.size === 0) {
    now = Date.now();
    timer = setInterval(tick, 1000);
  }
  watching.add(changed);
  return () => {
    watching.delete(changed);
    if (watching.size === 0) {
      clearInterval(timer);
    }
  };
}

function tick(): void {
  now = Date.now();
  watching.forEach((changed) => changed());
}

/** The browser's clock, by the second. */
export function useNow(): number {
  return useAt((time) => time);
}

/** What depends on the clock: it is drawn anew when that changes, not every second. */
export function useAt<Value extends string | number>(of: (time: number) => Value): Value {
  return useSyncExternalStore(subscribe, () => of(now));
}
