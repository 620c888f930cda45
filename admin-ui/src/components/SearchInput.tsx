// SPDX-License-Identifier: Apache-2.0
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { SearchIcon } from './icons';
import { useSingleKeys } from './singleKeys';

interface SearchInputProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** Whether the key "/" leads here: at most one on a page. */
  hotkey?: boolean;
}

export function SearchInput({ label, placeholder, value, onChange, hotkey = false }: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useSingleKeys(hotkey ? { '/': () => input.current?.focus() } : {});
  return (
    <TextInput
      ref={input}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      leftSection={<SearchIcon size={16} />}
      rightSection={
        value !== '' ? (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => onChange('')} />
        ) : hotkey ? (
          <Kbd size="xs" visibleFrom="sm">
            /
          </Kbd>
        ) : null
      }
    />
  );
}
