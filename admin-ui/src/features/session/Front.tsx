// SPDX-License-Identifier: Apache-2.0
import { Box, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Logo } from '@/components/icons';

interface FrontProps {
  title?: string;
  children: ReactNode;
}

/** What is seen before somebody is in: no menu, nothing of the system. */
export function Front({ title, children }: FrontProps) {
  return (
    <Box component="main" className="main" mih="100dvh" px="md" py={{ base: 'xl', sm: '12vh' }}>
      <Stack maw={400} mx="auto" gap="lg">
        <Group justify="center" gap="sm">
          <Logo size={36} />
          <Text fw={700} size="xl">
            Active Defense
          </Text>
        </Group>
        <Card withBorder p="lg">
          <Stack>
            {title !== undefined && (
              <Title order={1} size="h3">
                {title}
              </Title>
            )}
            {children}
          </Stack>
        </Card>
      </Stack>
    </Box>
  );
}
