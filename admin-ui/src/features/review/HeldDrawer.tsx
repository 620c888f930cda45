// SPDX-License-Identifier: Apache-2.0
import { Drawer, Group, Stack, Text } from '@mantine/core';
import { AnchorLink } from '@/components/AnchorLink';
import { Copy } from '@/components/Copy';
import { Figure, Figures } from '@/components/Figures';
import { Panel } from '@/components/Panel';
import { ReasonBadge } from '@/components/ReasonBadge';
import { When } from '@/components/When';
import { EvidenceTable } from '@/features/blacklist/EvidenceTable';
import { capitalised } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { HeldDetection } from '@/lib/types';
import { DecideButtons } from './DecideButtons';
import { StateBadge } from './HeldTable';

export function HeldDrawer({ held, onClose }: { held: HeldDetection | undefined; onClose: () => void }) {
  return (
    <Drawer
      opened={held !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={
        <Text span fw={650} size="lg" className="address">
          {held?.detection.source}
        </Text>
      }
    >
      {held && <HeldDetails held={held} onClose={onClose} />}
    </Drawer>
  );
}

function HeldDetails({ held, onClose }: { held: HeldDetection; onClose: () => void }) {
  const { detection, state } = held;
  const mayDecide = useMay('operator');
  return (
    <Stack>
      <Panel title="The question" aside={<StateBadge of={held} />} flush>
        <Figures>
          <Figure label="Source">
            <Group gap={4}>
              <span className="address">{detection.source}</span>
              <Copy text={detection.source} what="the source" />
              <AnchorLink to="/blacklist" search={{ entry: detection.source }} size="sm">
                Its entry, if it has one
              </AnchorLink>
            </Group>
          </Figure>
          <Figure label="Rule">
            <ReasonBadge rule={detection.rule} />
          </Figure>
          <Figure label="Why it waits">{capitalised(held.holdReason)}</Figure>
          {detection.country !== undefined && <Figure label="Country">{detection.country}</Figure>}
          <Figure label="Held since">
            <When at={held.heldAt} />
          </Figure>
          <Figure label="Last seen">
            <When at={held.lastSeen} />
          </Figure>
          {state === 'waiting' ? (
            <Figure label="Leaves the queue">
              <When at={held.expiresAt} ago />, if it is not seen again
            </Figure>
          ) : (
            <Figure label="Decided">
              <When at={held.decidedAt} otherwise="not by anybody" /> · {held.decidedBy}
              {held.why !== undefined && <Text size="sm">{held.why}</Text>}
            </Figure>
          )}
        </Figures>
      </Panel>
      {state === 'waiting' &&
        (mayDecide ? (
          <DecideButtons held={[held]} onDone={onClose} />
        ) : (
          <Text size="sm" c="dimmed">
            Operators and admins decide.
          </Text>
        ))}
      <Panel title="Evidence" flush>
        <EvidenceTable evidence={detection.evidence} />
      </Panel>
    </Stack>
  );
}
