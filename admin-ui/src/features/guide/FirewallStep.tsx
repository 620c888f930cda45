// SPDX-License-Identifier: Apache-2.0
import { List, Stack, Text } from '@mantine/core';
import { CopiedText } from '@/components/Copy';
import type { Status } from '@/lib/types';
import { logFolder } from './steps';

const rsyslog = './activedefense rsyslog-config | sudo tee /etc/rsyslog.d/10-firewalls.conf';
const logrotate = './activedefense rsyslog-config --logrotate | sudo tee /etc/logrotate.d/firewalls';
const restart = 'sudo rsyslogd -N1 && sudo systemctl restart rsyslog';

/** For TRAFFIC and THREAT, in one line. */
const customFormat =
  'SrcLocation=$srcloc; SrcIP=$src; SrcPort=$sport; SrcUser=$srcuser; DstLocation=$dstloc; DstIP=$dst; ' +
  'DstPort=$dport; Action=$action; RuleName=$rule; RuleID=$rule_uuid; TimeReceived=$time_received; ' +
  'ThreatName=$threat_name; ThreatID=$threatid; Severity=$severity; Subtype=$subtype; Type= $type; ' +
  'Proto=$proto; App=$app; SrcZone=$from; DstZone=$to; Direction=$direction; Serial=$serial; SeqNo=$seqno; ' +
  'DeviceName=$device_name; SessionEndReason=$session_end_reason; PktsReceived=$pkts_received; ' +
  'RepeatCount=$repeatcnt; SrcEDL=$src_edl; HighResTimestamp=$high_res_timestamp;';

export function FirewallStep({ status }: { status: Status }) {
  const folder = logFolder(status);
  return (
    <Stack gap="sm">
      <Text size="sm">
        Firewalls log to rsyslog, which writes one file a firewall:{' '}
        <span className="address">{folder}/HOST.log</span>. A new file there is picked up within a second.
      </Text>
      <List type="ordered" size="sm" spacing="sm">
        <List.Item>
          On the machine that receives the logs, have rsyslog write them, and logrotate rename them:
          <CopiedText text={rsyslog} what="rsyslog’s configuration" />
          <CopiedText text={logrotate} what="logrotate’s configuration" />
          <CopiedText text={restart} what="the restart" />
        </List.Item>
        <List.Item>
          In PAN-OS, <em>Device &gt; Server Profiles &gt; Syslog</em>: that machine, TCP, port 514. On its tab{' '}
          <em>Custom Log Format</em>, for <em>Traffic</em> and for <em>Threat</em>, in one line (mind the
          space after Type=):
          <CopiedText text={customFormat} what="the log format" />
          Without a custom format, what PAN-OS sends by default is read as well.
        </List.Item>
        <List.Item>
          <em>Objects &gt; Log Forwarding</em>: a profile that sends all traffic and threat logs there. Each
          rule whose traffic shall count needs it under <em>Actions</em>, with <em>Log at Session End</em>.
          Also <em>interzone-default</em>, which logs nothing by default and is where most scans end.
        </List.Item>
        <List.Item>
          <em>Commit</em>. Then the firewall appears here by itself.
        </List.Item>
      </List>
    </Stack>
  );
}
