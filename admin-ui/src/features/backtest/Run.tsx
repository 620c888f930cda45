// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AnchorLink } from '@/components/AnchorLink';
import { ConfirmedButton } from '@/components/ConfirmedButton';
import { Differences } from '@/components/Differences';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import { settingsVersionQuery } from '@/lib/queries';
import { useMay } from '@/lib/session';
import type { BacktestRun } from '@/lib/types';
import { runQuery, useBegin, useCancel } from './api';
import { Outcome, type OutcomeProps } from './Outcome';
import { StateBadge } from './StateBadge';
import { differences, differing, type Tried as Numbers, triedOf } from './tried';

interface RunProps extends Omit<OutcomeProps, 'run'> {
  id: string;
  /** Goes on with these numbers in the form. */
  onTake: (tried: Numbers) => void;
}

/** One that runs, or what it found. It is looked up by its number: one can leave it and come back. */
export function Run({ id, onTake, ...shown }: RunProps) {
  const run = useQuery(runQuery(id));
  return (
    <Stack gap="lg">
      <AnchorLink to="/settings" search={{ tab: 'history' }} size="sm">
        All that was tried
      </AnchorLink>
      <Loaded query={run} what="the backtest" skeleton={<Skeleton height={180} />}>
        {(told) => (
          <Stack gap="lg">
            <Standing run={told} onTake={onTake} />
            {told.state === 'DONE' && <Outcome run={told} {...shown} />}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function Standing({ run, onTake }: { run: BacktestRun; onTake: RunProps['onTake'] }) {
  const mayTry = useMay('operator');
  const maySave = useMay('admin');
  const tried = triedOf(run.underTest, run.underTest, undefined);
  return (
    <Panel title={`Tried by ${run.by}`} aside={<StateBadge run={run} />}>
      <Stack gap="sm">
        <Tried run={run} tried={tried} />
        <Text size="sm">
          Over what was logged from <When at={run.from} /> to <When at={run.to} />
          {run.records > 0 && `; ${count(run.records)} lines were judged`}.
        </Text>
        {run.state === 'RUNNING' && <Running run={run} />}
        {run.state === 'FAILED' && (
          <Alert color="red" title="It did not come to its end" role="alert">
            {run.failure}
          </Alert>
        )}
        {run.state === 'CANCELLED' && (
          <Text size="sm" c="dimmed">
            It was cancelled. Nothing is kept of what it had found.
          </Text>
        )}
        <Group justify="flex-end">
          {mayTry && run.state === 'RUNNING' && <CancelIt run={run} />}
          {mayTry && (run.state === 'FAILED' || run.state === 'CANCELLED') && <Again run={run} />}
          {maySave && run.state === 'DONE' && (
            <Button variant="light" onClick={() => onTake(tried)}>
              Put these numbers into the form
            </Button>
          )}
        </Group>
      </Stack>
    </Panel>
  );
}

/** Beside the settings that were in force then. */
function Tried({ run, tried }: { run: BacktestRun; tried: Numbers }) {
  const version = useQuery(settingsVersionQuery(run.heldAgainst));
  return (
    <Loaded query={version} what="what it was held against" skeleton={<Skeleton height={40} />}>
      {(then) => (
        <div>
          <Differences differences={differences(triedOf(then, then, undefined), tried)} />
          <Text size="xs" c="dimmed">
            Held against version {run.heldAgainst} of the settings.
          </Text>
        </div>
      )}
    </Loaded>
  );
}

function Running({ run: { progress } }: { run: BacktestRun }) {
  const percent = Math.floor(progress * 100);
  return (
    <div>
      <Progress value={percent} aria-label="How much of the time is judged" />
      <Text size="sm" mt={4}>
        {percent} % of the time is judged. It goes on without this page, and this address leads back to it.
      </Text>
    </div>
  );
}

function CancelIt({ run }: { run: BacktestRun }) {
  return (
    <ConfirmedButton
      label="Cancel it"
      variant="default"
      title="Cancel this backtest?"
      action="Cancel the backtest"
      doing={useCancel(run.id)}
      onDone={() => undefined}
    >
      What it has found so far is lost.
    </ConfirmedButton>
  );
}

/** The same numbers over the same stretch, beside what is in force by now. */
function Again({ run }: { run: BacktestRun }) {
  const begin = useBegin();
  const navigate = useNavigate();
  const { data: then } = useQuery(settingsVersionQuery(run.heldAgainst));
  const settings = then === undefined ? undefined : differing(then, run.underTest);
  return (
    <>
      {begin.error && (
        <Alert color="red" title="Nothing was begun" role="alert">
          {begin.error.message}
        </Alert>
      )}
      <Button
        variant="light"
        loading={begin.isPending}
        disabled={settings === undefined}
        onClick={() =>
          settings &&
          begin.mutate(
            { from: run.from, to: run.to, settings },
            {
              onSuccess: ({ id }) =>
                void navigate({ to: '/settings', search: { tab: 'history', run: String(id) } }),
            },
          )
        }
      >
        Try it again
      </Button>
    </>
  );
}
