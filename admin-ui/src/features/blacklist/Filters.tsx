// SPDX-License-Identifier: Apache-2.0
import { Autocomplete, Group, Select } from '@mantine/core';
import { SearchInput } from '@/components/SearchInput';
import { useTypedText } from '@/components/useTypedText';
import { rules } from '@/lib/rules';
import type { BlacklistSearch } from './search';
import classes from './Filters.module.css';

interface FiltersProps {
  search: BlacklistSearch;
  onChange: (changed: BlacklistSearch) => void;
  /** That are offered: those of the entries that are shown. */
  countries: string[];
}

export function Filters({ search, onChange, countries }: FiltersProps) {
  const [text, setText] = useTypedText(search.q ?? '', (q) => onChange({ q: q === '' ? undefined : q }));
  const [country, setCountry] = useTypedText(search.country ?? '', (typed) =>
    onChange({ country: typed === '' ? undefined : typed }),
  );
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
      <Autocomplete
        aria-label="Country"
        placeholder="Any country"
        className={classes.choice}
        data={countries}
        value={country}
        onChange={setCountry}
        clearable
        clearButtonProps={{ 'aria-label': 'Any country' }}
      />
    </Group>
  );
}
