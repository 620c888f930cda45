// SPDX-License-Identifier: Apache-2.0
import { Button, Card } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PlusIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowsSkeleton } from '@/components/Skeletons';
import { useMay } from '@/lib/session';
import { AddEntryModal } from './AddEntryModal';
import { entriesQuery } from './api';
import { EntriesTable } from './EntriesTable';
import { EntryDrawer } from './EntryDrawer';
import { Filters } from './Filters';
import { NothingListed } from './NothingListed';
import type { BlacklistSearch } from './search';

export function BlacklistPage() {
  const search = useSearch({ from: '/blacklist' });
  const navigate = useNavigate({ from: '/blacklist' });
  const change = (changed: BlacklistSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [adding, add] = useDisclosure(false);
  const mayAdd = useMay('operator');
  const entries = useInfiniteQuery(entriesQuery(search));
  return (
    <Page
      title="Blacklist Records"
      subtitle="Every address that the firewalls block, and why"
      actions={
        mayAdd && (
          <Button leftSection={<PlusIcon />} onClick={add.open}>
            Add an address
          </Button>
        )
      }
    >
      <Card withBorder padding={0}>
        <Filters search={search} onChange={change} />
        <Loaded query={entries} what="the blacklist" skeleton={<RowsSkeleton rows={10} />}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.entries);
            return rows.length === 0 ? (
              <NothingListed
                search={search}
                onClear={() => change(everything)}
                onAdd={mayAdd ? add.open : undefined}
              />
            ) : (
              <EntriesTable
                entries={rows}
                onOpen={(entry) => change({ entry })}
                more={entries.hasNextPage}
                loadingMore={entries.isFetchingNextPage}
                onMore={() => void entries.fetchNextPage()}
              />
            );
          }}
        </Loaded>
      </Card>
      <AddEntryModal opened={adding} onClose={add.close} onAdded={(entry) => change({ entry })} />
      <EntryDrawer address={search.entry} onClose={() => change({ entry: undefined })} />
    </Page>
  );
}

const everything: BlacklistSearch = { q: undefined, reason: undefined, origin: undefined };
