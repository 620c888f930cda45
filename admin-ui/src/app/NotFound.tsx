// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/components/EmptyState';

export function NotFound() {
  return (
    <EmptyState
      title="There is no such page"
      action={
        <Button component={Link} to="/" mt="sm">
          To the overview
        </Button>
      }
    >
      The link may be of another version.
    </EmptyState>
  );
}
