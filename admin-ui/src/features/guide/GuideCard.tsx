// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Group, Progress, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '@/lib/session';
import { useGuide, useHidden } from './useGuide';

/** On the Overview of an admin, until everything is done or it is hidden. */
export function GuideCard() {
  return useMay('admin') && <Unfinished />;
}

function Unfinished() {
  const { data: guide } = useGuide();
  const [hidden, setHidden] = useHidden();
  if (guide === undefined || guide.complete || hidden) {
    return null;
  }
  const done = guide.steps.filter((step) => step.done).length;
  const next = guide.steps.find((step) => !step.done);
  return (
    <Card component="section" aria-label="First steps" withBorder p="md">
      <Group justify="space-between" gap="md">
        <div style={{ flex: '1 1 260px' }}>
          <Title order={2} size="h5">
            First steps
          </Title>
          <Text size="sm">
            {done} of {guide.steps.length} done. Next: {next?.title}.
          </Text>
          <Progress
            value={(100 * done) / guide.steps.length}
            size={6}
            mt={8}
            maw={360}
            aria-label="First steps done"
          />
        </div>
        <Group gap="sm">
          <Button variant="subtle" color="gray" onClick={() => setHidden(true)}>
            Hide
          </Button>
          <Button component={Link} to="/start">
            Go on
          </Button>
        </Group>
      </Group>
    </Card>
  );
}
