// SPDX-License-Identifier: Apache-2.0
import { Group, NumberInput, type NumberInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** Words and numbers that read as one sentence. */
export function Sentence({ children }: { children: ReactNode }) {
  return (
    <Group gap="xs" align="baseline" mih={44}>
      {children}
    </Group>
  );
}

interface InlineNumberProps extends NumberInputProps {
  label: string;
  range: readonly [least: number, most: number];
}

/** Says what is wrong instead of repairing what was typed. */
export function InlineNumber({ label, range: [least, most], ...input }: InlineNumberProps) {
  return (
    <NumberInput
      {...input}
      label={undefined}
      aria-label={label}
      title={`From ${least} to ${most}`}
      min={least}
      max={most}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      w={input.error ? 200 : 76}
      size="sm"
      styles={{ input: { textAlign: 'center', fontVariantNumeric: 'tabular-nums', fontWeight: 600 } }}
    />
  );
}
