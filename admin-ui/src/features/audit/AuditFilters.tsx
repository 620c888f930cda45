// SPDX-License-Identifier: Apache-2.0
import { Group, Select, TextInput } from '@mantine/core';
import { SearchInput } from '@/components/SearchInput';
import { TimeInput } from '@/components/TimeInput';
import { useTypedText } from '@/components/useTypedText';
import classes from './audit.module.css';
import type { AuditSearch } from './search';
import { kinds } from './words';

interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (changed: AuditSearch) => void;
}

export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const [subject, setSubject] = useTypedText(search.subject ?? '', (text) =>
    onChange({ subject: text === '' ? undefined : text }),
  );
  const [who, setWho] = useTypedText(search.who ?? '', (text) =>
    onChange({ who: text === '' ? undefined : text }),
  );
  return (
    <Group p="sm" gap="sm" align="flex-end" className={classes.filters}>
      <div className={classes.text}>
        <SearchInput
          label="Search the audit log"
          placeholder="What it was about"
          value={subject}
          onChange={setSubject}
          hotkey
        />
      </div>
      <TextInput
        aria-label="Who"
        placeholder="Whoever"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        className={classes.choice}
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      <Select
        aria-label="Kind"
        placeholder="Any kind"
        className={classes.choice}
        data={kinds}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kind ?? undefined })}
        clearable
      />
      <TimeInput
        className={classes.time}
        label="From"
        value={search.from}
        onChange={(from) => onChange({ from })}
      />
      <TimeInput
        className={classes.time}
        label="Until"
        value={search.until}
        onChange={(until) => onChange({ until })}
      />
    </Group>
  );
}
