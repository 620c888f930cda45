// SPDX-License-Identifier: Apache-2.0
import { Group, Select, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { MoreRows } from '@/components/MoreRows';
import { Page } from '@/components/Page';
import { SearchedList } from '@/components/SearchedList';
import { useTypedText } from '@/components/useTypedText';
import { ruleLabel } from '@/lib/rules';
import { useMay } from '@/lib/session';
import type { HeldDetection } from '@/lib/types';
import { reviewQuery } from './api';
import { DecideButtons } from './DecideButtons';
import { HeldDrawer } from './HeldDrawer';
import { HeldTable } from './HeldTable';
import classes from './review.module.css';
import type { ReviewSearch } from './search';
import { states } from './words';

export function ReviewPage() {
  const { q = '', state = 'waiting', held } = useSearch({ from: '/review' });
  const navigate = useNavigate({ from: '/review' });
  const change = (changed: ReviewSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [text, setText] = useTypedText(q, (typed) => change({ q: typed === '' ? undefined : typed }));
  const queue = useInfiniteQuery(reviewQuery(state));
  const rows = queue.data?.pages.flatMap((page) => page.held) ?? [];
  const mayDecide = useMay('operator');
  const choice = useChoice(rows);
  return (
    <Page
      title="Review Queue"
      subtitle="Detections that wait for an operator’s word before anything is listed"
    >
      <SearchedList
        query={queue}
        what="the review queue"
        rows={({ pages }) => pages.flatMap((page) => page.held)}
        words={wordsOf}
        placeholder="Source, rule or why it waits"
        text={text}
        onText={setText}
        aside={<StateSelect state={state} onChange={(chosen) => change({ state: chosen })} />}
        none={<NothingHeld state={state} />}
        end={
          rows.length > 0 && (
            <MoreRows
              shown={rows.length}
              words={['question', 'questions']}
              more={queue.hasNextPage}
              loadingMore={queue.isFetchingNextPage}
              onMore={() => void queue.fetchNextPage()}
            />
          )
        }
      >
        {(found) => (
          <>
            {mayDecide && choice.chosen.length > 0 && (
              <Group px="md" py="xs" className={classes.decide}>
                <Text size="sm" role="status">
                  {choice.chosen.length === 1 ? 'One is chosen' : `${choice.chosen.length} are chosen`}
                </Text>
                <DecideButtons held={choice.chosen} onDone={choice.clear} />
              </Group>
            )}
            <HeldTable
              held={found}
              chosen={mayDecide ? choice.ids : undefined}
              onChoose={choice.choose}
              onOpen={(id) => change({ held: id })}
            />
          </>
        )}
      </SearchedList>
      <HeldDrawer held={rows.find(({ id }) => id === held)} onClose={() => change({ held: undefined })} />
    </Page>
  );
}

/** What is chosen goes with what waits: somebody else may have decided meanwhile. */
function useChoice(rows: HeldDetection[]) {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const chosen = rows.filter(({ id, state }) => state === 'waiting' && ids.has(id));
  const choose = (which: number[], choosing: boolean) =>
    setIds((before) =>
      choosing ? new Set([...before, ...which]) : new Set([...before].filter((id) => !which.includes(id))),
    );
  return { ids, chosen, choose, clear: () => setIds(new Set()) };
}

function wordsOf({ detection, holdReason, decidedBy }: HeldDetection): string {
  return [detection.source, ruleLabel(detection.rule), holdReason, decidedBy].join(' ');
}

function StateSelect({ state, onChange }: { state: string; onChange: (state: string | undefined) => void }) {
  return (
    <Select
      aria-label="State"
      className={classes.choice}
      data={[
        ...Object.entries(states).map(([value, { label }]) => ({ value, label })),
        { value: 'any', label: 'Any state' },
      ]}
      value={state}
      onChange={(chosen) => onChange(chosen === null || chosen === 'waiting' ? undefined : chosen)}
      allowDeselect={false}
    />
  );
}

function NothingHeld({ state }: { state: string }) {
  return state === 'waiting' ? (
    <EmptyState title="Nothing waits">
      What looks like answers, and what comes in a burst, is asked about here before it is listed, where the
      settings say so.
    </EmptyState>
  ) : (
    <EmptyState title="There is none">Nothing that was held is in this state.</EmptyState>
  );
}
