// SPDX-License-Identifier: Apache-2.0
import { Group, Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { SearchInput } from '@/components/SearchInput';
import { rules } from '@/lib/rules';
import type { BlacklistSearch } from './search';
import classes from './Filters.module.css';

interface FiltersProps {
  search: BlacklistSearch;
  onChange: (changed: BlacklistSearch) => void;
}

export function Filters({ search, onChange }: FiltersProps) {
  const [text, setText] = useTypedText(search.q ?? '', (q) => onChange({ q: q === '' ? undefined : q }));
  return (
    <Group p="sm" gap="sm" className={classes.filters}>
      <div className={classes.text}>
        <SearchInput
          label="Search the blacklist"
          placeholder="Address, network or comment"
          value={text}
          onChange={setText}
          hotkey
        />
      </div>
      <Select
        aria-label="Reason"
        placeholder="Any reason"
        className={classes.choice}
        data={rules.map((rule) => ({ value: rule.id, label: rule.label }))}
        value={search.reason ?? null}
        onChange={(reason) => onChange({ reason: reason ?? undefined })}
        clearable
      />
      <Select
        aria-label="Origin"
        placeholder="Any origin"
        className={classes.choice}
        data={[
          { value: 'detected', label: 'Detected' },
          { value: 'User Added', label: 'User Added' },
        ]}
        value={search.origin ?? null}
        onChange={(origin) => onChange({ origin: origin ?? undefined })}
        clearable
      />
    </Group>
  );
}

/** What is being typed, told when the typing pauses; it follows the address bar. */
function useTypedText(settled: string, onSettled: (text: string) => void) {
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
