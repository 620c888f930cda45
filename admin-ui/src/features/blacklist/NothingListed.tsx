// SPDX-License-Identifier: Apache-2.0
import { Box, Button } from '@mantine/core';
import { EmptyState } from '@/components/EmptyState';
import { CheckResult } from './CheckResult';
import { type BlacklistSearch, isNarrowed, looksLikeAddress } from './search';

interface NothingListedProps {
  search: BlacklistSearch;
  onClear: () => void;
  /** Absent: who looks may not add. */
  onAdd: (() => void) | undefined;
}

export function NothingListed({ search, onClear, onAdd }: NothingListedProps) {
  if (isNarrowed(search)) {
    const asksWhy = search.q !== undefined && looksLikeAddress(search.q);
    return (
      <>
        <EmptyState
          title="No entry matches"
          action={
            <Button variant="light" mt="sm" onClick={onClear}>
              Show every entry
            </Button>
          }
        >
          Nothing on the list now fits this search. An address that is not listed has not scanned or attacked
          within the block window, or it is on the allowlist or in your own networks.
        </EmptyState>
        {asksWhy && (
          <Box p="md">
            <CheckResult address={search.q ?? ''} />
          </Box>
        )}
      </>
    );
  }
  return (
    <EmptyState
      title="Nothing is blocked"
      action={
        onAdd && (
          <Button variant="light" mt="sm" onClick={onAdd}>
            Add an address
          </Button>
        )
      }
    >
      No source has fired a rule yet. Once firewalls send their logs, what scans or attacks appears here
      within a second.{onAdd && ' You can also add an address yourself.'}
    </EmptyState>
  );
}
