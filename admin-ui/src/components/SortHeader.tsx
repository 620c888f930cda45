// SPDX-License-Identifier: Apache-2.0
import { Table, type TableThProps, UnstyledButton } from '@mantine/core';

interface SortHeaderProps extends TableThProps {
  label: string;
  /** As the service calls it. */
  by: string;
  /** The order that is shown; with a minus before it the greatest first. */
  sort: string | undefined;
  onSort: (sort: string) => void;
  /** What a first click asks for. */
  greatestFirst?: boolean;
}

/** The head of a column by which rows can be ordered. */
export function SortHeader({ label, by, sort, onSort, greatestFirst = false, ...head }: SortHeaderProps) {
  const order = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;
  const next = order === undefined ? (greatestFirst ? `-${by}` : by) : order === 'ascending' ? `-${by}` : by;
  return (
    <Table.Th {...head} {...(order && { 'aria-sort': order })}>
      <UnstyledButton fz="inherit" fw="inherit" onClick={() => onSort(next)} title={`Order by ${label}`}>
        {label}
        <span aria-hidden="true" style={{ display: 'inline-block', width: '1.2em', textAlign: 'center' }}>
          {order === 'ascending' ? '↑' : order === 'descending' ? '↓' : ''}
        </span>
      </UnstyledButton>
    </Table.Th>
  );
}
