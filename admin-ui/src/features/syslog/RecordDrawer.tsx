// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Badge, Button, Drawer, Group, Skeleton, Stack, Text, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AnchorLink } from '@/components/AnchorLink';
import { Copy } from '@/components/Copy';
import { Figure, Figures } from '@/components/Figures';
import { SearchIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { ReasonBadge } from '@/components/ReasonBadge';
import { ReasonedButton } from '@/components/ReasonedButton';
import { When } from '@/components/When';
import { useAddEntry } from '@/features/blacklist/api';
import { count } from '@/lib/format';
import { done } from '@/lib/notices';
import { useMay } from '@/lib/session';
import type { LogRecord } from '@/lib/types';
import { recordQuery } from './api';
import type { FilterName, SyslogSearch } from './search';
import { severityOf } from './words';

interface RecordDrawerProps {
  /** Absent: it is closed. One that is not filed yet has no id, and is shown as it came. */
  id: string | undefined;
  line: LogRecord | undefined;
  onClose: () => void;
  onChange: (changed: SyslogSearch) => void;
}

export function RecordDrawer({ id, line, onClose, onChange }: RecordDrawerProps) {
  return (
    <Drawer
      opened={id !== undefined || line !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={
        <Text span fw={650} size="lg">
          Log record
        </Text>
      }
    >
      {line ? (
        <Details record={line} onChange={onChange} />
      ) : (
        id !== undefined && <ById key={id} id={id} onChange={onChange} />
      )}
    </Drawer>
  );
}

function ById({ id, onChange }: { id: string; onChange: RecordDrawerProps['onChange'] }) {
  const record = useQuery(recordQuery(id));
  return (
    <Loaded query={record} what="the record" skeleton={<Skeleton height={300} />}>
      {(found) => <Details record={found} onChange={onChange} />}
    </Loaded>
  );
}

/** Whose country the firewall did not know. */
function LookedUp({ side }: { side: LogRecord['source'] }) {
  return (
    side.countryLookedUp === true && (
      <Text span size="xs" c="dimmed" ml={6} title="The firewall did not tell it; looked up by the address">
        looked up
      </Text>
    )
  );
}

function Details({ record, onChange }: { record: LogRecord; onChange: RecordDrawerProps['onChange'] }) {
  const { source, destination } = record;
  const value = (filter: FilterName, text: string | undefined, shown?: ReactNode) => (
    <Value filter={filter} text={text} onChange={onChange}>
      {shown}
    </Value>
  );
  return (
    <Stack>
      <Standing record={record} />
      <Panel title="Source" flush>
        <Figures>
          <Figure label="Address">
            {value('source', source.address, <Address text={source.address} />)}
          </Figure>
          <Figure label="Port">{value('sourcePort', String(source.port))}</Figure>
          <Figure label="Country">
            {value('sourceCountry', source.country)}
            <LookedUp side={source} />
          </Figure>
          <Figure label="User">{value('user', record.user)}</Figure>
          <Figure label="Zone">{source.zone ?? <None />}</Figure>
        </Figures>
      </Panel>
      <Panel title="Destination" flush>
        <Figures>
          <Figure label="Address">
            {value('destination', destination.address, <Address text={destination.address} />)}
          </Figure>
          <Figure label="Port">{value('port', String(destination.port))}</Figure>
          <Figure label="Country">
            {value('destinationCountry', destination.country)}
            <LookedUp side={destination} />
          </Figure>
          <Figure label="Zone">{destination.zone ?? <None />}</Figure>
        </Figures>
      </Panel>
      <Panel title="What the firewall did" flush>
        <Figures>
          <Figure label="Action">{value('action', record.action)}</Figure>
          <Figure label="Rule">{value('rule', record.rule)}</Figure>
          <Figure label="Threat">{value('threat', record.threat)}</Figure>
          <Figure label="Threat id">{record.threatId ?? <None />}</Figure>
          <Figure label="Severity">{value('severity', severityOf(record))}</Figure>
          <Figure label="Log type">
            {value('type', record.type.toLowerCase(), `${record.type}, ${record.subtype}`)}
          </Figure>
          <Figure label="Application">
            {[record.application, record.protocol].filter(Boolean).join(', ') || <None />}
          </Figure>
          <Figure label="Session end">{record.sessionEndReason ?? <None />}</Figure>
          <Figure label="Was on the list">{record.sourceEdl ?? <None />}</Figure>
        </Figures>
      </Panel>
      <Panel title="Where it was logged" flush>
        <Figures>
          <Figure label="Device">{value('device', record.device)}</Figure>
          <Figure label="Time of the event">
            <When at={record.eventTime} />
          </Figure>
          <Figure label="Read">
            <When at={record.arrival} />
          </Figure>
          <Figure label="Log file">
            <Text span size="xs" className="address">
              {record.logFile}, at {count(record.line.offset)}
            </Text>
          </Figure>
          {record.copy && <Figure label="Copy">Another device sent the same line.</Figure>}
        </Figures>
      </Panel>
    </Stack>
  );
}

/** Whether its source is blocked now, and the way to block it. */
function Standing({ record: { source, listed } }: { record: LogRecord }) {
  const mayAdd = useMay('operator');
  if (listed) {
    return (
      <Group gap="sm">
        <Badge miw="max-content" color="red" variant="light">
          Blocked
        </Badge>
        <Text size="sm">
          since <When at={listed.since} ago />, by the entry{' '}
          <AnchorLink to="/blacklist" search={{ entry: listed.entry }} size="sm" className="address">
            {listed.entry}
          </AnchorLink>
        </Text>
        {listed.reasons.map((rule) => (
          <ReasonBadge key={rule} rule={rule} />
        ))}
      </Group>
    );
  }
  return (
    <Group gap="sm">
      {mayAdd && <BlacklistIt address={source.address} />}
      <Button
        variant="default"
        size="xs"
        renderRoot={(props) => (
          <AnchorLink {...props} to="/blacklist" search={{ check: source.address }} underline="never" />
        )}
      >
        Why is it not listed?
      </Button>
    </Group>
  );
}

function BlacklistIt({ address }: { address: string }) {
  const add = useAddEntry();
  return (
    <ReasonedButton
      label="Blacklist it"
      size="xs"
      color="red"
      title={`Blacklist ${address}?`}
      action="Blacklist it"
      doing={{
        ...add,
        mutate: (comment, { onSuccess }) =>
          add.mutate(
            { address, comment },
            {
              onSuccess: () => {
                done(`${address} is on the list`);
                onSuccess();
              },
            },
          ),
      }}
    >
      It is blocked until an operator releases it.
    </ReasonedButton>
  );
}

interface ValueProps {
  filter: FilterName;
  text: string | undefined;
  onChange: RecordDrawerProps['onChange'];
  children?: ReactNode;
}

/** A value, with the search for all records that have it. */
function Value({ filter, text, onChange, children }: ValueProps) {
  if (text === undefined || text === '') {
    return <None />;
  }
  return (
    <Group gap={2} wrap="nowrap">
      <span style={{ overflowWrap: 'anywhere' }}>{children ?? text}</span>
      <Tooltip label="Search for it">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Search for ${text}`}
          onClick={() => onChange({ [filter]: text, record: undefined })}
        >
          <SearchIcon size={14} />
        </ActionIcon>
      </Tooltip>
      <Copy text={text} what={text} />
    </Group>
  );
}

function Address({ text }: { text: string }) {
  return <span className="address">{text}</span>;
}

function None() {
  return (
    <Text span inherit c="dimmed">
      none
    </Text>
  );
}
