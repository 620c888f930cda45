// SPDX-License-Identifier: Apache-2.0
import { Alert, Stack, Table, Text } from '@mantine/core';
import { InlineLink } from '@/components/AnchorLink';
import { When } from '@/components/When';
import { count, total } from '@/lib/format';
import type { BridgeStatus, Status } from '@/lib/types';
import { logFolder, readLines, refusedLines } from './steps';

/** Told as it happens: the status follows the stream. */
export function LineStep({ status }: { status: Status }) {
  const lines = readLines(status);
  const refused = refusedLines(status);
  return (
    <Stack gap="sm">
      <Text size="sm" role="status" fw={600}>
        {lines > 0
          ? `${lines === 1 ? 'The first line has' : `${count(lines)} lines have`} arrived.`
          : 'No line has arrived yet. This says so as soon as one does.'}
      </Text>
      {status.bridge.length === 0 ? (
        <Text size="sm" c="dimmed">
          There is no log file in {logFolder(status)}. To see whether rsyslog writes there, send it a line: it
          makes a file, though the line itself is refused as it has no format of a firewall.{' '}
          <span className="address">logger -n 127.0.0.1 -P 514 -d --rfc3164 hello</span>
        </Text>
      ) : (
        <Files files={status.bridge} />
      )}
      {lines === 0 && refused > 0 && (
        <Alert color="orange" title="Lines come, but none is understood" role="alert">
          Their format is another one, or was pasted in part. Each device shows samples and the reason under{' '}
          <InlineLink to="/devices" search={{}}>
            Syslog Devices
          </InlineLink>
          .
        </Alert>
      )}
      {status.bridge.some(({ standing }) => standing === 'waiting' || standing === 'over-limit') && (
        <Alert color="yellow" title="A device waits for approval">
          Its lines are read once it is approved under{' '}
          <InlineLink to="/devices" search={{}}>
            Syslog Devices
          </InlineLink>
          .
        </Alert>
      )}
    </Stack>
  );
}

const mostShown = 8;

function Files({ files }: { files: BridgeStatus[] }) {
  return (
    <Table fz="sm" verticalSpacing={4} aria-label="Log files">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Device</Table.Th>
          <Table.Th ta="right">Lines</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            Refused
          </Table.Th>
          <Table.Th>Newest line</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.slice(0, mostShown).map((file) => (
          <Table.Tr key={`${file.instance} ${file.file}`}>
            <Table.Td>{file.device}</Table.Td>
            <Table.Td ta="right" className="figures">
              {count(file.lines)}
            </Table.Td>
            <Table.Td ta="right" className="figures" visibleFrom="sm">
              {count(total(file.deadLetters))}
            </Table.Td>
            <Table.Td>
              <When at={file.lastLineAt} otherwise="no line yet" ago />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
