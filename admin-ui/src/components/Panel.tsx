// SPDX-License-Identifier: Apache-2.0
import { Box, Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PanelProps {
  title: string;
  note?: string;
  aside?: ReactNode;
  children: ReactNode;
  /** Content that brings its own edges, such as a table. */
  flush?: boolean;
}

export function Panel({ title, note, aside, children, flush = false }: PanelProps) {
  return (
    <Card component="section" aria-label={title} withBorder padding={0}>
      <Group justify="space-between" gap="sm" px="md" py="sm" className="panel-head">
        <div>
          <Title order={2} size="h5">
            {title}
          </Title>
          {note && (
            <Text size="xs" c="dimmed">
              {note}
            </Text>
          )}
        </div>
        {aside}
      </Group>
      <Box p={flush ? 0 : 'md'}>{children}</Box>
    </Card>
  );
}
