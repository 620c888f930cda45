// SPDX-License-Identifier: Apache-2.0
import { Alert, Code, Group, Modal, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Cancel } from '@/components/FormEnd';
import { Loaded } from '@/components/Loaded';
import { ReasonedButton } from '@/components/ReasonedButton';
import { TimeInput } from '@/components/TimeInput';
import { count } from '@/lib/format';
import { ruleLabel, rules } from '@/lib/rules';
import type { Undoing } from '@/lib/types';
import { undoingQuery, useUndo } from './api';

export function UndoModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Undo what a rule has listed" size="lg" centered>
      <Undo onClose={onClose} />
    </Modal>
  );
}

/** Says what it would release while rule and time are chosen. */
function Undo({ onClose }: { onClose: () => void }) {
  const [rule, setRule] = useState<string>('port-scan');
  const [since, setSince] = useState<string | undefined>(hourAgo);
  return (
    <Stack>
      <Text size="sm">
        For when a rule was wrong, or its settings were. What another rule or an operator stands against as
        well stays listed.
      </Text>
      <Group grow align="flex-start">
        <Select
          label="Rule"
          data={rules.map(({ id, label }) => ({ value: id, label }))}
          value={rule}
          onChange={(chosen) => chosen !== null && setRule(chosen)}
          allowDeselect={false}
        />
        <TimeInput
          label="Listed since"
          value={since}
          onChange={setSince}
          error={since === undefined && 'Since when'}
        />
      </Group>
      {since === undefined ? (
        <Group justify="flex-end">
          <Cancel onClick={onClose} />
        </Group>
      ) : (
        <Preview rule={rule} since={since} onClose={onClose} />
      )}
    </Stack>
  );
}

function hourAgo(): string {
  return new Date(Math.floor(Date.now() / 60_000 - 60) * 60_000).toISOString();
}

interface PreviewProps {
  rule: string;
  since: string;
  onClose: () => void;
}

function Preview({ rule, since, onClose }: PreviewProps) {
  const undoing = useQuery(undoingQuery(rule, since));
  const undo = useUndo(rule, since);
  const releases = undoing.data?.releases ?? 0;
  return (
    <>
      <Loaded query={undoing} what="what it would release" skeleton={<Skeleton height={80} />}>
        {(would) => <Would undoing={would} />}
      </Loaded>
      <Group justify="flex-end">
        <Cancel onClick={onClose} />
        <ReasonedButton
          label={`Release ${count(releases)}`}
          color="red"
          disabled={releases === 0}
          title={`Release ${count(releases)} entries?`}
          action="Release them"
          doing={undo}
          onDone={onClose}
        >
          All that only {ruleLabel(rule)} has listed since then. Counting starts afresh for each of them.
        </ReasonedButton>
      </Group>
    </>
  );
}

function Would({ undoing: { releases, keeps, first } }: { undoing: Undoing }) {
  return (
    <Alert color={releases === 0 ? 'gray' : 'orange'} role="status">
      <Text size="sm">
        {releases === 0 ? 'Nothing would be released' : `${count(releases)} would be released`}
        {keeps > 0 && `; ${count(keeps)} stay, since another rule or an operator stands against them`}.
      </Text>
      {first.length > 0 && (
        <Code block mt="xs" className="address" mah={140} tabIndex={0} aria-label="Of them">
          {first.map(({ address }) => address).join('\n')}
        </Code>
      )}
    </Alert>
  );
}
