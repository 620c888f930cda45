// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Text } from '@mantine/core';
import { RetryIcon, WarningIcon } from './icons';

interface ErrorStateProps {
  title: string;
  error: Error;
  retry: () => void;
}

export function ErrorState({ title, error, retry }: ErrorStateProps) {
  return (
    <Alert color="red" title={title} icon={<WarningIcon />} role="alert">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{error.message}</Text>
        <Button size="xs" variant="light" color="red" leftSection={<RetryIcon size={14} />} onClick={retry}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
