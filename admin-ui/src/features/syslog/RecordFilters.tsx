// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Collapse, Group, Pill, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { SearchInput } from '@/components/SearchInput';
import { TimeInput } from '@/components/TimeInput';
import { useTypedText } from '@/components/useTypedText';
import { type FilterName, filters, nothingAsked, type SyslogSearch, usualTime } from './search';
import classes from './syslog.module.css';
import { filterWords, severities, timeSpans } from './words';

interface RecordFiltersProps {
  search: SyslogSearch;
  onChange: (changed: SyslogSearch) => void;
}

export function RecordFilters({ search, onChange }: RecordFiltersProps) {
  const [open, more] = useDisclosure(false);
  const [source, setSource] = useTypedText(search.source ?? '', (text) =>
    onChange({ source: text || undefined }),
  );
  const fields = { search, onChange };
  return (
    <div className={classes.filters}>
      <Group p="sm" gap="sm">
        <div className={classes.wide}>
          <SearchInput
            label="Search log records by source"
            placeholder="Source: an address or a network"
            value={source}
            onChange={setSource}
            hotkey
          />
        </div>
        <Typed name="destination" placeholder="Destination" {...fields} />
        <Typed name="port" placeholder="Port" {...fields} />
        <TimeSpan {...fields} />
        <Button variant="default" onClick={more.toggle} aria-expanded={open}>
          {open ? 'Fewer filters' : 'More filters'}
        </Button>
      </Group>
      <Collapse expanded={open}>
        <Group px="sm" pb="sm" gap="sm" align="flex-end">
          <TimeInput
            label="From"
            value={search.from}
            onChange={(from) => onChange({ from, last: undefined })}
          />
          <TimeInput
            label="Until"
            value={search.until}
            onChange={(until) => onChange({ until, last: undefined })}
          />
          <Typed name="device" {...fields} />
          <Typed name="sourceCountry" {...fields} />
          <Typed name="destinationCountry" {...fields} />
          <Typed name="sourcePort" {...fields} />
          <Typed name="user" {...fields} />
          <Typed name="rule" {...fields} />
          <Typed name="action" {...fields} />
          <Typed name="threat" {...fields} />
          <Chosen
            name="type"
            data={[
              { value: 'traffic', label: 'TRAFFIC' },
              { value: 'threat', label: 'THREAT' },
            ]}
            {...fields}
          />
          <Chosen name="leastSeverity" data={severities} {...fields} />
          <Checkbox
            label="Also copies of a line"
            checked={search.copies === 'true'}
            onChange={(event) => onChange({ copies: event.currentTarget.checked ? 'true' : undefined })}
          />
        </Group>
      </Collapse>
      <Given {...fields} />
    </div>
  );
}

interface FieldProps extends RecordFiltersProps {
  name: FilterName;
  /** In the place of a label. */
  placeholder?: string;
}

function Typed({ name, placeholder, search, onChange }: FieldProps) {
  const [text, setText] = useTypedText(search[name] ?? '', (typed) =>
    onChange({ [name]: typed || undefined }),
  );
  return (
    <TextInput
      {...(placeholder === undefined
        ? { label: filterWords[name] }
        : { 'aria-label': placeholder, placeholder })}
      className={classes.field}
      autoCapitalize="none"
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

interface ChosenProps extends FieldProps {
  data: string[] | { value: string; label: string }[];
}

function Chosen({ name, data, search, onChange }: ChosenProps) {
  return (
    <Select
      label={filterWords[name]}
      placeholder="Any"
      className={classes.field}
      data={data}
      value={search[name] ?? null}
      onChange={(chosen) => onChange({ [name]: chosen ?? undefined })}
      clearable
    />
  );
}

function TimeSpan({ search, onChange }: RecordFiltersProps) {
  const between = search.from !== undefined || search.until !== undefined;
  return (
    <Select
      aria-label="Time"
      className={classes.field}
      data={between ? [...timeSpans, { value: 'between', label: 'From and until' }] : timeSpans}
      value={between ? 'between' : (search.last ?? usualTime)}
      onChange={(last) =>
        last !== null &&
        last !== 'between' &&
        onChange({ last: last === usualTime ? undefined : last, from: undefined, until: undefined })
      }
      allowDeselect={false}
    />
  );
}

/** What narrows the search now, each to be taken away. */
function Given({ search, onChange }: RecordFiltersProps) {
  const given = filters.filter((name) => search[name] !== undefined);
  return (
    given.length > 0 && (
      <Group px="sm" pb="sm" gap={6}>
        {given.map((name) => (
          <Pill
            key={name}
            withRemoveButton
            removeButtonProps={{
              'aria-label': `Any ${filterWords[name].toLowerCase()}`,
              'aria-hidden': false,
              tabIndex: 0,
            }}
            onRemove={() => onChange({ [name]: undefined })}
          >
            {filterWords[name]}
            {name === 'copies' ? '' : `: ${search[name]}`}
          </Pill>
        ))}
        {given.length > 1 && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(nothingAsked)}>
            Clear them
          </Button>
        )}
      </Group>
    )
  );
}
