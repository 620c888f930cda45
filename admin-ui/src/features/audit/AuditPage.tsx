// SPDX-License-Identifier: Apache-2.0
import { Button, Card } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { DownloadIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { OnlyFor } from '@/components/OnlyFor';
import { Page } from '@/components/Page';
import { RowsSkeleton } from '@/components/Skeletons';
import type { AuditEvent } from '@/lib/types';
import { auditQuery, exportAddress } from './api';
import { AuditFilters } from './AuditFilters';
import { AuditTable } from './AuditTable';
import { EventDrawer } from './EventDrawer';
import { type AuditSearch, isNarrowed, nothingAsked } from './search';

export function AuditPage() {
  return (
    <OnlyFor needs="admin">
      <Audit />
    </OnlyFor>
  );
}

function Audit() {
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const change = (changed: AuditSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  const [open, setOpen] = useState<AuditEvent>();
  const events = useInfiniteQuery(auditQuery(search));
  return (
    <Page
      title="Audit"
      subtitle="Who changed what, and who signed in; nothing here is ever changed"
      actions={
        <Button
          component="a"
          href={exportAddress(search)}
          download="audit.csv"
          variant="default"
          leftSection={<DownloadIcon />}
        >
          Export as CSV
        </Button>
      }
    >
      <Card withBorder padding={0}>
        <AuditFilters search={search} onChange={change} />
        <Loaded query={events} what="the audit log" skeleton={<RowsSkeleton rows={10} />}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.events);
            return rows.length === 0 ? (
              <NothingFound search={search} onClear={() => change(nothingAsked)} />
            ) : (
              <AuditTable
                events={rows}
                onOpen={setOpen}
                more={events.hasNextPage}
                loadingMore={events.isFetchingNextPage}
                onMore={() => void events.fetchNextPage()}
              />
            );
          }}
        </Loaded>
      </Card>
      <EventDrawer event={open} onClose={() => setOpen(undefined)} />
    </Page>
  );
}

function NothingFound({ search, onClear }: { search: AuditSearch; onClear: () => void }) {
  return isNarrowed(search) ? (
    <EmptyState
      title="No event matches"
      action={
        <Button variant="light" mt="sm" onClick={onClear}>
          Show every event
        </Button>
      }
    >
      Who did it is looked for by the whole name; what it was about also by a part of it.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing is recorded yet">
      Every sign-in and every change that somebody makes appears here.
    </EmptyState>
  );
}
