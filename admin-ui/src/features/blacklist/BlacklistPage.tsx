// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { PlusIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowsSkeleton } from '@/components/Skeletons';
import { useMay } from '@/lib/session';
import type { BlacklistPage as BlacklistListing } from '@/lib/types';
import { AddEntryModal } from './AddEntryModal';
import { entriesQuery } from './api';
import { CheckModal } from './CheckModal';
import { Counts } from './Counts';
import { EntriesTable } from './EntriesTable';
import { EntryDrawer } from './EntryDrawer';
import { Filters } from './Filters';
import { ImportModal } from './ImportModal';
import { MoreMenu } from './MoreMenu';
import { NothingListed } from './NothingListed';
import { type BlacklistSearch, everything } from './search';
import { UndoModal } from './UndoModal';

export function BlacklistPage() {
  const search = useSearch({ from: '/blacklist' });
  const navigate = useNavigate({ from: '/blacklist' });
  const change = useCallback(
    (changed: BlacklistSearch) =>
      void navigate({ search: (before) => ({ ...before, ...changed }), replace: true }),
    [navigate],
  );
  const open = useCallback((entry: string) => change({ entry }), [change]);
  const [adding, add] = useDisclosure(false);
  const [importing, bring] = useDisclosure(false);
  const [undoing, undo] = useDisclosure(false);
  const [checking, setChecking] = useState(false);
  const mayAdd = useMay('operator');
  const entries = useInfiniteQuery(entriesQuery(search));
  return (
    <Page
      title="Blacklist Records"
      subtitle="Every address that the firewalls block, and why"
      actions={
        <Group gap="sm">
          <MoreMenu
            search={search}
            onCheck={() => setChecking(true)}
            onImport={mayAdd ? bring.open : undefined}
            onUndo={mayAdd ? undo.open : undefined}
          />
          {mayAdd && (
            <Button leftSection={<PlusIcon />} onClick={add.open}>
              Add an address
            </Button>
          )}
        </Group>
      }
    >
      <Card withBorder padding={0}>
        <Filters search={search} onChange={change} countries={countriesOf(entries.data?.pages)} />
        <Counts search={search} />
        <Loaded query={entries} what="the blacklist" skeleton={<RowsSkeleton rows={10} />}>
          {({ pages }) => {
            const rows = pages.map((page) => page.entries);
            return rows.every((page) => page.length === 0) ? (
              <NothingListed
                search={search}
                onClear={() => change(everything)}
                onAdd={mayAdd ? add.open : undefined}
              />
            ) : (
              <EntriesTable
                pages={rows}
                sort={search.sort}
                onSort={(sort) => change({ sort })}
                onOpen={open}
                more={entries.hasNextPage}
                loadingMore={entries.isFetchingNextPage}
                onMore={() => void entries.fetchNextPage()}
              />
            );
          }}
        </Loaded>
      </Card>
      <AddEntryModal opened={adding} onClose={add.close} onAdded={(entry) => change({ entry })} />
      <ImportModal opened={importing} onClose={bring.close} />
      <UndoModal opened={undoing} onClose={undo.close} />
      <CheckModal
        address={search.check ?? (checking ? '' : undefined)}
        onAsk={(check) => change({ check })}
        onClose={() => {
          setChecking(false);
          change({ check: undefined });
        }}
      />
      <EntryDrawer address={search.entry} onClose={() => change({ entry: undefined })} />
    </Page>
  );
}

function countriesOf(pages: BlacklistListing[] = []): string[] {
  const countries = pages.flatMap((page) => page.entries.map(({ country }) => country));
  return [...new Set(countries.filter((country) => country !== undefined))].toSorted();
}
