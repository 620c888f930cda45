// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/lib/api';
import { count } from '@/lib/format';
import { done } from '@/lib/notices';
import { statusQuery } from '@/lib/queries';
import type { Decided, NewDecision, ReviewPage, Verdict } from '@/lib/types';
import { verdicts } from './words';

const pageSize = 100;

export function reviewQuery(state: string) {
  return infiniteQueryOptions({
    queryKey: ['review', state],
    queryFn: ({ pageParam: before, signal }) =>
      api.get<ReviewPage>('/review', { state, before, limit: pageSize }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 5_000,
  });
}

/** What was decided about several may have been carried out for some of them only: that is an error, in words. */
export function useDecideHeld(ids: number[], verdict: Verdict) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (why: string) =>
      carriedOut(await api.post<Decided[]>('/review/decisions', { ids, verdict, why } satisfies NewDecision)),
    onSuccess: (decided) => done(`${verdicts[verdict].label}: ${sources(decided)}`),
    onSettled: () =>
      Promise.all(
        [['review'], ['blacklist'], statusQuery.queryKey].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

function carriedOut(decided: Decided[]): number {
  const refused = decided.filter((each) => !each.done);
  if (refused.length > 0) {
    const reasons = [...new Set(refused.map(({ detail }) => detail ?? 'it had been decided before'))];
    throw new Error(`Not so for ${refused.length} of ${decided.length}: ${reasons.slice(0, 3).join('; ')}.`);
  }
  return decided.length;
}

function sources(decided: number): string {
  return decided === 1 ? 'one source' : `${count(decided)} sources`;
}
