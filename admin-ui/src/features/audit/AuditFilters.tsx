// SPDX-License-Identifier: Apache-2.0
import { Group, Select, TextInput } from '@mantine/core';
import { SearchInput } from '@/components/SearchInput';
import { useTypedText } from '@/components/useTypedText';
import { dateTime } from '@/lib/format';
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
      <Time label="From" value={search.from} onChange={(from) => onChange({ from })} />
      <Time label="Until" value={search.until} onChange={(until) => onChange({ until })} />
    </Group>
  );
}

interface TimeProps {
  label: string;
  value: string | undefined;
  onChange: (time: string | undefined) => void;
}

/** In the browser's zone, as times are shown everywhere. */
function Time({ label, value, onChange }: TimeProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      className={classes.time}
      value={value === undefined ? '' : dateTime(value).slice(0, 16).replace(' ', 'T')}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(typed === '' ? undefined : new Date(typed).toISOString());
      }}
    />
  );
}
