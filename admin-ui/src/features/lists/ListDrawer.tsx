// SPDX-License-Identifier: Apache-2.0
import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { EmptyState } from '@/components/EmptyState';
import { Figure, Figures } from '@/components/Figures';
import { Panel } from '@/components/Panel';
import { ReasonedButton } from '@/components/ReasonedButton';
import { When } from '@/components/When';
import { bytes, count } from '@/lib/format';
import { useMay } from '@/lib/session';
import type { FeedView, PollerView } from '@/lib/types';
import { useGiveUpFeed } from './api';
import { ConsumersTable } from './ConsumersTable';
import { FeedChangesPanel } from './FeedChangesPanel';
import { ChangeFeedForm } from './FeedForm';
import { Fill } from './Fill';
import { FirewallSteps } from './FirewallSteps';
import { HoldAlert } from './HoldAlert';
import { type List, waits } from './list';
import { accessWords, formats, selectionWords } from './words';

interface ListDrawerProps {
  list: List | undefined;
  pollers: PollerView[];
  onClose: () => void;
}

export function ListDrawer({ list, pollers, onClose }: ListDrawerProps) {
  return (
    <Drawer
      opened={list !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={
        <Text span fw={650} size="lg">
          {list?.name}
        </Text>
      }
    >
      {list && (
        <Stack key={list.name}>
          {list.hold && waits(list) && <HoldAlert hold={list.hold} />}
          <FirewallSteps list={list} />
          <Served list={list} />
          <Panel title="Who polls it" flush>
            <Consumers list={list} pollers={pollers.filter((poller) => poller.list === list.name)} />
          </Panel>
          {list.feed && (
            <>
              <Definition feed={list.feed} onGivenUp={onClose} />
              <FeedChangesPanel name={list.name} />
            </>
          )}
        </Stack>
      )}
    </Drawer>
  );
}

function Served({ list }: { list: List }) {
  const { served } = list;
  return (
    <Panel title="As it is served" flush>
      {served === undefined ? (
        <EmptyState title="It is not made yet">
          Firewalls are told to keep what they have. It is made as soon as the database answers.
        </EmptyState>
      ) : (
        <Figures>
          <Figure label="Lines">
            <Fill list={list} />
          </Figure>
          <Figure label="Entries it covers">{count(served.entries)}</Figure>
          <Figure label="Size">{bytes(served.bytes)}</Figure>
          <Figure label="Changed">
            <When at={served.changedAt} ago />
          </Figure>
          <Figure label="Up to date">
            <When at={served.confirmedAt} otherwise="not confirmed since the service started" ago />
          </Figure>
          <Figure label="Version">
            <span className="address">{served.version}</span>
          </Figure>
        </Figures>
      )}
    </Panel>
  );
}

function Consumers({ list, pollers }: { list: List; pollers: PollerView[] }) {
  return pollers.length === 0 ? (
    <EmptyState title="Nobody has polled it yet">
      A firewall appears here within ten seconds of its first poll.
    </EmptyState>
  ) : (
    <ConsumersTable pollers={pollers} lists={[list]} />
  );
}

function Definition({ feed, onGivenUp }: { feed: FeedView; onGivenUp: () => void }) {
  const mayChange = useMay('admin');
  const [changing, change] = useDisclosure(false);
  const giveUp = useGiveUpFeed(feed.name);
  return (
    <Panel title="Definition" note={`Version ${feed.version}, by ${feed.by}: ${feed.why}`} flush={!changing}>
      {changing ? (
        <ChangeFeedForm key={feed.version} feed={feed} onDone={change.close} />
      ) : (
        <>
          <Figures>
            {feed.comment !== undefined && <Figure label="What it is for">{feed.comment}</Figure>}
            <Figure label="What it holds">{selectionWords(feed.selection)}</Figure>
            <Figure label="Capacity">{count(feed.capacity)} lines</Figure>
            <Figure label="Neighbours">{feed.merged ? 'become one line' : 'stay apart'}</Figure>
            <Figure label="Format">
              {formats.find(({ value }) => value === feed.format)?.label ?? feed.format}
            </Figure>
            <Figure label="Who may read it">{accessWords(feed)}</Figure>
            <Figure label="Defined so">
              <When at={feed.at} />
            </Figure>
          </Figures>
          {mayChange && (
            <Group p="md" justify="flex-end">
              <ReasonedButton
                label="Give it up"
                variant="light"
                color="red"
                mr="auto"
                title={`Give up the feed ${feed.name}?`}
                action="Give it up"
                doing={giveUp}
                onDone={onGivenUp}
              >
                Firewalls that still poll it are told that there is none, and keep what they have.
              </ReasonedButton>
              <Button onClick={change.open}>Change</Button>
            </Group>
          )}
        </>
      )}
    </Panel>
  );
}
