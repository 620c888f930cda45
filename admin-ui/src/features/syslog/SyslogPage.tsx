// SPDX-License-Identifier: Apache-2.0
import { Box, Button, Card, Checkbox, Grid, Group, Menu, Popover, Stack, Switch, Text } from '@mantine/core';
import { useDocumentVisibility, useLocalStorage } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { DownloadIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { MoreRows } from '@/components/MoreRows';
import { Page } from '@/components/Page';
import { RowsSkeleton } from '@/components/Skeletons';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import type { LogRecord } from '@/lib/types';
import { exportAddress, recordsQuery, tailAddress } from './api';
import { columns, usualColumns } from './columns';
import { HistogramPanel } from './HistogramPanel';
import { RecordDrawer } from './RecordDrawer';
import { RecordFilters } from './RecordFilters';
import { RecordsTable } from './RecordsTable';
import { anyTime, isNarrowed, nothingAsked, type SyslogSearch } from './search';
import { TopPanel } from './TopPanel';
import { useTail } from './useTail';

export function SyslogPage() {
  const search = useSearch({ from: '/syslog' });
  const navigate = useNavigate({ from: '/syslog' });
  const change = useCallback(
    (changed: SyslogSearch) =>
      void navigate({ search: (before) => ({ ...before, ...changed }), replace: true }),
    [navigate],
  );
  const [live, setLive] = useState(false);
  const [line, setLine] = useState<LogRecord>();
  const [chosen, setChosen] = useLocalStorage({ key: 'syslog-columns', defaultValue: usualColumns });
  const shown = useMemo(() => columns.filter(({ id }) => chosen.includes(id)), [chosen]);
  const open = useCallback(
    (record: LogRecord) => (record.id === undefined ? setLine(record) : change({ record: record.id })),
    [change],
  );
  return (
    <Page
      title="Syslog Records"
      subtitle="What firewalls have logged, as far back as it is kept"
      actions={
        <Group gap="sm">
          <Switch label="Live" checked={live} onChange={(event) => setLive(event.currentTarget.checked)} />
          <ColumnChoice chosen={chosen} onChoose={setChosen} />
          <ExportMenu search={search} />
        </Group>
      }
    >
      {!live && (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <HistogramPanel search={search} onChange={change} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <TopPanel search={search} onChange={change} />
          </Grid.Col>
        </Grid>
      )}
      <Card withBorder padding={0}>
        <RecordFilters search={search} onChange={change} />
        {live ? (
          <Live search={search} columns={shown} onOpen={open} />
        ) : (
          <Filed search={search} columns={shown} onOpen={open} onChange={change} />
        )}
      </Card>
      <RecordDrawer
        id={search.record}
        line={line}
        onClose={() => {
          setLine(undefined);
          change({ record: undefined });
        }}
        onChange={(changed) => {
          setLine(undefined);
          change({ ...changed, record: undefined });
        }}
      />
    </Page>
  );
}

interface RowsProps {
  search: SyslogSearch;
  columns: typeof columns;
  onOpen: (record: LogRecord) => void;
}

function Filed({
  search,
  columns: shown,
  onOpen,
  onChange,
}: RowsProps & { onChange: (search: SyslogSearch) => void }) {
  const records = useInfiniteQuery(recordsQuery(search));
  return (
    <Loaded query={records} what="the log records" skeleton={<RowsSkeleton rows={10} />}>
      {({ pages }) => {
        const chunks = pages.map((page) => page.records);
        const found = chunks.reduce((sum, each) => sum + each.length, 0);
        const searchedTo = pages.at(-1)?.searchedTo;
        return (
          <div>
            {found === 0 ? (
              searchedTo === undefined && <NothingFound search={search} onChange={onChange} />
            ) : (
              <RecordsTable chunks={chunks} columns={shown} onOpen={onOpen} />
            )}
            {searchedTo !== undefined && (
              <Text size="sm" ta="center" role="status" pt="sm">
                Searched back to <When at={searchedTo} /> so far; there may be more before.
              </Text>
            )}
            {(found > 0 || records.hasNextPage) && (
              <MoreRows
                shown={found}
                words={['record', 'records']}
                more={records.hasNextPage}
                loadingMore={records.isFetchingNextPage}
                onMore={() => void records.fetchNextPage()}
                byItself={searchedTo === undefined}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function NothingFound({
  search,
  onChange,
}: {
  search: SyslogSearch;
  onChange: (search: SyslogSearch) => void;
}) {
  const timed = search.last !== anyTime;
  return (
    <EmptyState
      title="No record fits"
      action={
        <Group mt="sm" gap="sm" justify="center">
          {timed && (
            <Button
              variant="light"
              onClick={() => onChange({ last: anyTime, from: undefined, until: undefined })}
            >
              Look at any time
            </Button>
          )}
          {isNarrowed(search) && (
            <Button variant="light" onClick={() => onChange(nothingAsked)}>
              Clear the filters
            </Button>
          )}
        </Group>
      }
    >
      {timed
        ? 'Nothing of the kind was logged in this time.'
        : 'Nothing of the kind is kept. Lines are found here a second after they were read.'}
    </EmptyState>
  );
}

/** While the page is looked at. */
function Live({ search, columns: shown, onOpen }: RowsProps) {
  const visible = useDocumentVisibility() === 'visible';
  const { records, skipped, trouble } = useTail(visible ? tailAddress(search) : undefined);
  return (
    <Stack gap={0}>
      <Text size="sm" px="md" py="xs" role="status" c={trouble === undefined ? 'dimmed' : 'red'}>
        {trouble ?? 'Lines appear as they are read; the filters hold, the time does not.'}
        {skipped > 0 && ` ${count(skipped)} more came in one second than are shown.`}
      </Text>
      {records.length === 0 ? (
        <EmptyState title="No line yet">
          {trouble === undefined
            ? 'The next one that fits appears here.'
            : 'None comes as long as that holds.'}
        </EmptyState>
      ) : (
        <RecordsTable chunks={[records]} columns={shown} onOpen={onOpen} />
      )}
    </Stack>
  );
}

function ColumnChoice({ chosen, onChoose }: { chosen: string[]; onChoose: (ids: string[]) => void }) {
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default">Columns</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <Checkbox.Group value={chosen} onChange={onChoose} aria-label="Columns">
          <Stack gap={8}>
            {columns.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Box mt="sm">
          <Button size="compact-xs" variant="subtle" onClick={() => onChoose(usualColumns)}>
            The usual ones
          </Button>
        </Box>
      </Popover.Dropdown>
    </Popover>
  );
}

function ExportMenu({ search }: { search: SyslogSearch }) {
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<DownloadIcon size={16} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportAddress(search, 'csv')} download="records.csv">
          What is found as CSV
        </Menu.Item>
        <Menu.Item component="a" href={exportAddress(search, 'json')} download="records.ndjson">
          What is found as JSON
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
