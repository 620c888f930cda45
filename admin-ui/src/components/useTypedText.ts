// SPDX-License-Identifier: Apache-2.0
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** What is being typed, told when the typing pauses; it follows the address bar. */
export function useTypedText(settled: string, onSettled: (text: string) => void) {
  const [text, setText] = useState(settled);
  const settle = useDebouncedCallback((typed: string) => onSettled(typed.trim()), 200);
  const [known, setKnown] = useState(settled);
  if (settled !== known) {
    setKnown(settled);
    setText((typed) => (typed.trim() === settled ? typed : settled));
  }
  const type = (typed: string) => {
    setText(typed);
    settle(typed);
  };
  return [text, type] as const;
}
