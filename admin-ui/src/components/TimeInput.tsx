// SPDX-License-Identifier: Apache-2.0
import { TextInput, type TextInputProps } from '@mantine/core';
import { dateTime } from '@/lib/format';

interface TimeInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** In UTC. */
  value: string | undefined;
  onChange: (time: string | undefined) => void;
}

/** In the browser's zone, as times are shown everywhere. */
export function TimeInput({ value, onChange, ...input }: TimeInputProps) {
  return (
    <TextInput
      {...input}
      type="datetime-local"
      value={value === undefined ? '' : dateTime(value).slice(0, 16).replace(' ', 'T')}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(typed === '' ? undefined : new Date(typed).toISOString());
      }}
    />
  );
}
