// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import type { Status } from '@/lib/types';
import { type Rate, rateOf } from './figures';

/** Five minutes of looks. */
const most = 100;

/** What was judged at each look since this page was opened. */
export function useRates(status: Status): readonly Rate[] {
  const [rates, setRates] = useState<readonly Rate[]>([]);
  const latest = rateOf(status);
  const known = rates.at(-1);
  if (latest !== undefined && (known === undefined || known.at < latest.at)) {
    const next = [...rates, latest].slice(-most);
    setRates(next);
    return next;
  }
  return rates;
}
