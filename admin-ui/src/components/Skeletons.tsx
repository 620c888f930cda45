// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack } from '@mantine/core';

export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Stack gap="xs" p="md">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={28} radius="sm" />
      ))}
    </Stack>
  );
}
