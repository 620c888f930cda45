// SPDX-License-Identifier: Apache-2.0
import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LogRecord } from '@/lib/types';
import { severityColor, severityOf } from './words';

export interface Column {
  id: string;
  label: string;
  show: (record: LogRecord) => ReactNode;
  /** Figures stand to the right. */
  right?: boolean;
  /** From which width of the window on it has room, of those that were not chosen by hand. */
  from?: 'sm' | 'md' | 'lg';
}

/** Those that the predecessor showed, and some more to choose. The time always stands first. */
export const columns: readonly Column[] = [
  { id: 'type', label: 'Type', from: 'md', show: ({ type, subtype }) => subtype || type.toLowerCase() },
  { id: 'sourceCountry', label: 'Source country', from: 'lg', show: ({ source }) => source.country },
  { id: 'source', label: 'Source', show: (record) => <Source of={record} /> },
  { id: 'sourcePort', label: 'Source port', right: true, from: 'lg', show: ({ source }) => source.port },
  {
    id: 'destination',
    label: 'Destination',
    show: ({ destination }) => <Address text={destination.address} />,
  },
  { id: 'port', label: 'Port', right: true, show: ({ destination }) => destination.port },
  { id: 'action', label: 'Action', from: 'sm', show: (record) => <Action of={record} /> },
  { id: 'rule', label: 'Rule', from: 'lg', show: ({ rule }) => rule },
  { id: 'threat', label: 'Threat', from: 'lg', show: ({ threat }) => threat },
  { id: 'severity', label: 'Severity', from: 'md', show: (record) => <Severity of={record} /> },
  { id: 'device', label: 'Device', from: 'lg', show: ({ device }) => device },
  { id: 'user', label: 'User', from: 'lg', show: ({ user }) => user },
  { id: 'application', label: 'Application', from: 'lg', show: ({ application }) => application },
  { id: 'protocol', label: 'Protocol', from: 'lg', show: ({ protocol }) => protocol },
  {
    id: 'destinationCountry',
    label: 'Destination country',
    from: 'lg',
    show: ({ destination }) => destination.country,
  },
];

export const usualColumns = [
  'type',
  'sourceCountry',
  'source',
  'sourcePort',
  'destination',
  'port',
  'action',
  'rule',
  'threat',
  'severity',
];

function Address({ text }: { text: string }) {
  return <span className="address">{text}</span>;
}

function Source({ of: { source, listed } }: { of: LogRecord }) {
  return (
    <>
      <Address text={source.address} />
      {listed && (
        <Badge miw="max-content" ml={6} size="xs" variant="light" color="red" tt="none">
          Blocked
        </Badge>
      )}
    </>
  );
}

function Action({ of: { action, denied } }: { of: LogRecord }) {
  return (
    <Text span inherit c={denied ? 'red' : undefined}>
      {action}
    </Text>
  );
}

function Severity({ of }: { of: LogRecord }) {
  const severity = severityOf(of);
  return (
    severity !== undefined && (
      <Badge miw="max-content" variant="light" color={severityColor(severity)} tt="none" radius="sm">
        {severity}
      </Badge>
    )
  );
}
