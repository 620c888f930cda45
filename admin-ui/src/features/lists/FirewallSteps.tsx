// SPDX-License-Identifier: Apache-2.0
import { Anchor, Stack, Table, Text } from '@mantine/core';
import { CopiedText } from '@/components/Copy';
import { Panel } from '@/components/Panel';
import { addressOf, builtIn, type List } from './list';

/** What a firewall is told, to copy field by field. */
export function FirewallSteps({ list }: { list: List }) {
  const address = addressOf(list);
  const name = list.name === builtIn ? 'ActiveDefense' : `ActiveDefense-${list.name}`;
  const readable = list.feed === undefined || list.feed.format.startsWith('plain');
  return (
    <Panel title="For the firewall" note="Firewalls fetch it; nothing is pushed to them">
      <Stack gap="sm">
        <CopiedText text={address} what="the address" />
        {readable ? (
          <>
            <Text size="sm">
              In PAN-OS: <em>Objects &gt; External Dynamic Lists &gt; Add</em>, with
            </Text>
            <Table fz="sm" verticalSpacing={4} withTableBorder>
              <Table.Tbody>
                <Field label="Name" text={name} />
                <Field label="Type" text="IP List" />
                <Field label="Source" text={address} />
                <Field label="Client Authentication" text={list.feed?.access.user} otherwise="off" />
                <Field label="Check for updates" text="Every five minutes" />
              </Table.Tbody>
            </Table>
            <Text size="sm">
              Then a rule on top of <em>Policies &gt; Security</em> that drops what comes from {name}, and one
              that drops what goes there; both log and forward, since every hit renews its entry. On the
              firewall this says what it holds:
            </Text>
            <CopiedText
              text={`request system external-list show type ip name ${name}`}
              what="the firewall’s command"
            />
            {address.startsWith('https:') ? (
              <Text size="sm" c="dimmed">
                As certificate profile, one with the authority of this service:{' '}
                <Anchor inherit href="/files/ca.pem" download>
                  ca.pem
                </Anchor>
                , unless its certificate is of your own.
              </Text>
            ) : (
              <Text size="sm" c="dimmed">
                This page was reached by plain HTTP. Firewalls should fetch by HTTPS, by the name in the
                certificate.
              </Text>
            )}
          </>
        ) : (
          <Text size="sm">
            It is for programs: PAN-OS reads the plain formats only. To try it: curl -s {address}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

interface FieldProps {
  label: string;
  text: string | undefined;
  otherwise?: string;
}

function Field({ label, text, otherwise }: FieldProps) {
  return (
    <Table.Tr>
      <Table.Td w={130}>{label}</Table.Td>
      <Table.Td>{text === undefined ? otherwise : <CopiedText text={text} what={label} />}</Table.Td>
    </Table.Tr>
  );
}
