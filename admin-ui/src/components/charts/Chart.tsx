// SPDX-License-Identifier: Apache-2.0
import { Box, Table, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartProps } from './chart';

/** The library comes with the first chart that is shown. */
const Drawing = lazy(() => import('./Drawing'));

/** A drawing, and its figures in words for who does not see it. */
export function Chart(props: ChartProps) {
  const { label, height = 200, words } = props;
  return (
    <Box component="figure" m={0} aria-label={label}>
      <Box h={height} aria-hidden="true">
        <Suspense fallback={null}>
          <Drawing {...props} />
        </Suspense>
      </Box>
      <VisuallyHidden>
        <Table>
          <Table.Tbody>
            {words.map(([name, value], place) => (
              <Table.Tr key={`${place} ${name}`}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </VisuallyHidden>
    </Box>
  );
}
