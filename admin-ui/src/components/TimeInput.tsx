// SPDX-License-Identifier: Apache-2.0
import { TextInput, type TextInputProps } from '@mantine/core';
import { dateTime } from '@/lib/format';
import { fromWall } from '@/lib/wall';
import { useZone } from '@/lib/zone';

interface TimeInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** In UTC. */
  value: string | undefined;
  onChange: (time: string | undefined) => void;
}

/** In the chosen zone, as times are shown everywhere. */
export function TimeInput({ value, onChange, ...input }: TimeInputProps) {
  const zone = useZone();
  return (
    <TextInput
      title={`In ${zone}`}
      {...input}
      type="datetime-local"
      value={fieldOf(value)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(typed === '' ? undefined : new Date(fromWall(Date.parse(`${typed}Z`), zone)).toISOString());
      }}
    />
  );
}

/** An address may have been typed by hand: what is no time is none. */
function fieldOf(value: string | undefined): string {
  return value === undefined || Number.isNaN(Date.parse(value))
    ? ''
    : dateTime(value).slice(0, 16).replace(' ', 'T');
}
