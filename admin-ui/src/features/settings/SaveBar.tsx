// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Group, Text } from '@mantine/core';
import classes from './SaveBar.module.css';

interface SaveBarProps {
  changed: boolean;
  saving: boolean;
  version: number;
  onDiscard: () => void;
  onTry: () => void;
}

export function SaveBar({ changed, saving, version, onDiscard, onTry }: SaveBarProps) {
  return (
    <Card withBorder shadow={changed ? 'md' : 'none'} py="sm" className={classes.bar}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c={changed ? undefined : 'dimmed'} role="status">
          {changed ? 'Changes are not saved yet' : `Version ${version} is in force`}
        </Text>
        <Group gap="sm">
          <Button variant="light" disabled={!changed || saving} onClick={onTry}>
            Try the changes on history
          </Button>
          <Button variant="default" disabled={!changed || saving} onClick={onDiscard}>
            Discard
          </Button>
          <Button type="submit" disabled={!changed} loading={saving}>
            Save
          </Button>
        </Group>
      </Group>
    </Card>
  );
}
