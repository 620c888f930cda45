// SPDX-License-Identifier: Apache-2.0
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { QueryState } from '@/components/Loaded';
import { pollersQuery } from '@/features/lists/api';
import { settingsQuery } from '@/features/settings/api';
import { statusQuery } from '@/lib/queries';
import { useSession } from '@/lib/session';
import { type Known, stepsOf, type Step } from './steps';

export interface Guide extends Known {
  steps: Step[];
  complete: boolean;
}

/** How far the installation is, as the service tells it. */
export function useGuide(): QueryState<Guide> {
  const session = useSession();
  const status = useQuery(statusQuery);
  const settings = useQuery(settingsQuery);
  const pollers = useQuery(pollersQuery);
  const all = [status, settings, pollers];
  return {
    data: guideOf(),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    isFetching: all.some(({ isFetching }) => isFetching),
    dataUpdatedAt: Math.min(...all.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    refetch: () => Promise.all(all.map((query) => query.refetch())),
  };

  function guideOf(): Guide | undefined {
    if (status.data === undefined || settings.data === undefined || pollers.data === undefined) {
      return undefined;
    }
    const known = { session, status: status.data, settings: settings.data, pollers: pollers.data };
    const steps = stepsOf(known);
    return { ...known, steps, complete: steps.every(({ done }) => done) };
  }
}

/** Whether this browser's Overview leaves it out. */
export function useHidden() {
  return useLocalStorage({ key: 'first-steps-hidden', defaultValue: false, getInitialValueInEffect: false });
}
