// SPDX-License-Identifier: Apache-2.0
import { Group } from '@mantine/core';
import { ReasonedButton } from '@/components/ReasonedButton';
import type { HeldDetection, Verdict } from '@/lib/types';
import { useDecideHeld } from './api';
import { allVerdicts, verdicts } from './words';

interface DecideButtonsProps {
  held: HeldDetection[];
  onDone: () => void;
}

/** The three things that an operator can say of sources that wait. */
export function DecideButtons({ held, onDone }: DecideButtonsProps) {
  return (
    <Group gap="xs">
      {allVerdicts.map((verdict) => (
        <DecideButton key={verdict} verdict={verdict} held={held} onDone={onDone} />
      ))}
    </Group>
  );
}

function DecideButton({ verdict, held, onDone }: DecideButtonsProps & { verdict: Verdict }) {
  const { label, color, meaning } = verdicts[verdict];
  const whom = held.length === 1 ? (held[0]?.detection.source ?? '') : `${held.length} sources`;
  return (
    <ReasonedButton
      label={label}
      aria-label={`${label}: ${whom}`}
      size="xs"
      variant="light"
      color={color}
      title={`${label}: ${whom}?`}
      action={label}
      actionColor={color === 'red' ? 'red' : 'blue'}
      disabled={held.length === 0}
      doing={useDecideHeld(
        held.map(({ id }) => id),
        verdict,
      )}
      onDone={onDone}
    >
      {meaning}
    </ReasonedButton>
  );
}
