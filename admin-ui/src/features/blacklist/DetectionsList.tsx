// SPDX-License-Identifier: Apache-2.0
import { Group, Table, Text, Title } from '@mantine/core';
import { ReasonBadge } from '@/components/ReasonBadge';
import { When } from '@/components/When';
import type { RecordedDetection } from '@/lib/types';

const results: Record<RecordedDetection['result'], string> = {
  LISTED: 'it was listed, or its entry renewed',
  EXPIRED: 'recorded only: it was older than the block window',
  HELD: 'held for an operator’s word',
  OBSERVED: 'recorded only: the rule observes',
  NEVER_LISTED: 'not listed: it must never be',
  OUTDATED: 'not listed: it had been released meanwhile',
};

/** Every time a rule fired for a source, the latest first, and what that led to. */
export function DetectionsList({ detections }: { detections: RecordedDetection[] }) {
  return (
    detections.length > 0 && (
      <section aria-label="Detections">
        <Title order={3} size="h5" mb="xs">
          Detections
        </Title>
        <Table fz="sm" verticalSpacing={6} horizontalSpacing="xs" withTableBorder>
          <Table.Tbody>
            {detections.map(({ detection, result, recordedAt }) => (
              <Table.Tr key={`${detection.id} ${recordedAt}`}>
                <Table.Td>
                  <Group gap={8}>
                    <ReasonBadge rule={detection.rule} />
                    <When at={detection.at} />
                  </Group>
                  <Text size="xs" c="dimmed">
                    {results[result]} · version {detection.settingsVersion} of the settings
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    )
  );
}
