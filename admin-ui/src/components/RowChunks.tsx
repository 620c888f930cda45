// SPDX-License-Identifier: Apache-2.0
import { Table } from '@mantine/core';
import {
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { heightOf, type Range, rangeSeen, sameRange, slices } from './chunks';
import classes from './RowChunks.module.css';

interface RowChunksProps<Row> {
  /** The rows, as they came, some at a time. The same array again is not drawn again. */
  pages: readonly (readonly Row[])[];
  /** Always the same function, for the same reason. */
  children: (row: Row) => ReactNode;
}

/**
 * The body of a long table. Only rows near what is seen are there; the others leave their room: so a table of 100,000 rows
 * scrolls like one of a hundred.
 */
export function RowChunks<Row>({ pages, children }: RowChunksProps<Row>) {
  const chunks = useMemo(() => pages.flatMap((page) => slices(page)), [pages]);
  const top = useRef<HTMLTableSectionElement>(null);
  // How high each was when it was drawn last.
  const [heights] = useState(() => new Map<number, number>());
  const range = useRange(top, chunks, heights);
  const drawn = chunks.slice(range.from, range.to);
  return (
    <>
      <Room height={heightOf(chunks, heights, 0, range.from)} at={top} />
      {drawn.map((rows, index) => (
        <Chunk key={range.from + index} index={range.from + index} rows={rows} heights={heights}>
          {children as (row: unknown) => ReactNode}
        </Chunk>
      ))}
      <Room height={heightOf(chunks, heights, range.to, chunks.length)} />
    </>
  );
}

/** Which of them are near what is seen, as the page is scrolled. */
function useRange(
  top: RefObject<HTMLTableSectionElement | null>,
  chunks: readonly (readonly unknown[])[],
  heights: ReadonlyMap<number, number>,
): Range {
  const [range, setRange] = useState<Range>(() => rangeSeen(chunks, heights, 0, window.innerHeight));
  useEffect(() => {
    const look = () => {
      const above = -(top.current?.getBoundingClientRect().top ?? 0);
      const next = rangeSeen(chunks, heights, above, above + window.innerHeight);
      setRange((before) => (sameRange(before, next) ? before : next));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [top, chunks, heights]);
  return range;
}

function Room({ height, at }: { height: number; at?: RefObject<HTMLTableSectionElement | null> }) {
  return (
    <tbody ref={at} aria-hidden="true">
      {height > 0 && (
        <tr>
          <Table.Td h={height} p={0} colSpan={99} />
        </tr>
      )}
    </tbody>
  );
}

interface ChunkProps {
  index: number;
  rows: readonly unknown[];
  heights: Map<number, number>;
  children: (row: unknown) => ReactNode;
}

const Chunk = memo(function Chunk({ index, rows, heights, children }: ChunkProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  useLayoutEffect(() => {
    const height = body.current?.getBoundingClientRect().height ?? 0;
    if (height > 0) {
      heights.set(index, height);
    }
  });
  return (
    <Table.Tbody ref={body} className={classes.rows}>
      {rows.map(children)}
    </Table.Tbody>
  );
});
