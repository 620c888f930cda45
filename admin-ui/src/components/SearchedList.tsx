// SPDX-License-Identifier: Apache-2.0
import { Box, Button, Card, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState';
import { Loaded, type QueryState } from './Loaded';
import { SearchInput } from './SearchInput';
import { RowsSkeleton } from './Skeletons';

interface SearchedListProps<Answer, Row> {
  query: QueryState<Answer>;
  /** What it lists, for messages: "the users". */
  what: string;
  rows: (answer: Answer) => Row[];
  /** What the search looks into. */
  words: (row: Row) => string;
  placeholder: string;
  text: string;
  onText: (text: string) => void;
  aside?: ReactNode;
  /** Shown where there is no row at all. */
  none: ReactNode;
  /** Behind the rows, also where none of them matches: what has come is only a part. */
  end?: ReactNode;
  children: (found: Row[]) => ReactNode;
}

/** A list that is searched on the page: all of it is here. */
export function SearchedList<Answer, Row>(list: SearchedListProps<Answer, Row>) {
  return (
    <Card withBorder padding={0}>
      <Group p="sm" gap="sm" justify="space-between">
        <Box flex="1 1 220px" maw={360}>
          <SearchInput
            label={`Search ${list.what}`}
            placeholder={list.placeholder}
            value={list.text}
            onChange={list.onText}
            hotkey
          />
        </Box>
        {list.aside}
      </Group>
      <Loaded query={list.query} what={list.what} skeleton={<RowsSkeleton rows={5} />}>
        {(answer) => (
          <div>
            <Found {...list} all={list.rows(answer)} />
            {list.end}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function Found<Answer, Row>(list: SearchedListProps<Answer, Row> & { all: Row[] }) {
  const wanted = list.text.trim().toLowerCase();
  const found = list.all.filter((row) => list.words(row).toLowerCase().includes(wanted));
  if (list.all.length === 0) {
    return list.none;
  }
  if (found.length === 0) {
    return (
      <EmptyState
        title={`Nothing matches “${list.text.trim()}”`}
        action={
          <Button variant="light" mt="sm" onClick={() => list.onText('')}>
            Show all
          </Button>
        }
      >
        It was looked for in {list.placeholder.toLowerCase()}.
      </EmptyState>
    );
  }
  return list.children(found);
}
