// SPDX-License-Identifier: Apache-2.0
import { Alert, Stack, Table, Text } from '@mantine/core';
import { EmptyState } from '@/components/EmptyState';
import { Figure, Figures } from '@/components/Figures';
import { WarningIcon } from '@/components/icons';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { bytes, capitalised, count, duration } from '@/lib/format';
import type { BridgeStatus, DeviceState } from '@/lib/types';
import { DecideForm } from './DecideForm';
import { behind } from './DevicesTable';
import classes from './DevicesTable.module.css';
import { Health } from './Health';
import { sums } from './sums';

export function DeviceDetails({ device }: { device: DeviceState }) {
  return (
    <Stack>
      {device.conditions.map(({ kind, detail }) => (
        <Alert key={kind} color={kind === 'waiting' ? 'yellow' : 'red'} icon={<WarningIcon />} role="alert">
          {capitalised(detail)}
        </Alert>
      ))}
      <Reading device={device} />
      <Panel title="Refused lines" note="Lines that could not be read, the latest of each reason" flush>
        <Refused device={device} />
      </Panel>
      <Panel title={device.registration ? 'Decided' : 'Register it'} {...decidedBy(device)}>
        <DecideForm key={device.registration?.at ?? 'discovered'} device={device} />
      </Panel>
    </Stack>
  );
}

function decidedBy({ registration }: DeviceState): { note?: string } {
  return registration ? { note: `By ${registration.by}` } : {};
}

function Reading({ device }: { device: DeviceState }) {
  const all = sums(device);
  return (
    <Panel title="Reading" aside={<Health of={device} />} flush>
      {device.files.length === 0 ? (
        <EmptyState title="No file of it has been seen yet">
          It is read from its first line on, once rsyslog writes {device.name}.log.
        </EmptyState>
      ) : (
        <Figures>
          <Figure label="Lines">{count(all.lines)}</Figure>
          <Figure label="Read">{bytes(all.bytes)}</Figure>
          <Figure label="Behind">{behind(all)}</Figure>
          <Figure label="Last written">
            <When at={all.grewAt} ago />
          </Figure>
          {device.files.map((file) => (
            <FileFigures key={`${file.instance} ${file.file}`} file={file} />
          ))}
        </Figures>
      )}
    </Panel>
  );
}

function FileFigures({ file }: { file: BridgeStatus }) {
  return (
    <>
      <Figure label="Newest line">
        <When at={file.lastLineAt} otherwise="none since the start" />
      </Figure>
      <Figure label="Clock">{clock(file.clockSkewSeconds)}</Figure>
      <Figure label="File">
        <Text span size="xs" className={`address ${classes.sample}`}>
          {file.file}
        </Text>
      </Figure>
      <Figure label="Bridge">
        {file.instance}, <When at={file.at} ago />
      </Figure>
    </>
  );
}

function clock(skewSeconds: number | undefined): string {
  if (skewSeconds === undefined) {
    return 'not known yet';
  }
  if (Math.abs(skewSeconds) < 2) {
    return 'right';
  }
  return `${duration(skewSeconds * 1000)} ${skewSeconds > 0 ? 'slow' : 'fast'}`;
}

function Refused({ device }: { device: DeviceState }) {
  const byReason = Object.entries(sums(device).refusedByReason).sort(([, one], [, other]) => other - one);
  if (byReason.length === 0) {
    return <EmptyState title="None">Every line of it could be read.</EmptyState>;
  }
  const samples = device.files.flatMap(({ refused }) => refused);
  return (
    <Table verticalSpacing="xs" horizontalSpacing="md">
      <Table.Tbody>
        {byReason.map(([reason, lines]) => (
          <Table.Tr key={reason}>
            <Table.Td>
              <Text size="sm" fw={500}>
                {capitalised(reason.replaceAll('-', ' '))}: {count(lines)}
              </Text>
              {samples
                .filter((sample) => sample.reason === reason)
                .map((sample) => (
                  <Text
                    key={`${sample.at} ${sample.offset}`}
                    size="xs"
                    className={`address ${classes.sample}`}
                  >
                    <Text span inherit c="dimmed">
                      <When at={sample.at} ago /> at {count(sample.offset)}:{' '}
                    </Text>
                    {sample.text}
                  </Text>
                ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
