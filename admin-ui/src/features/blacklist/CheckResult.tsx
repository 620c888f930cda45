// SPDX-License-Identifier: Apache-2.0
import { Alert, List, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { InlineLink } from '@/components/AnchorLink';
import { Loaded } from '@/components/Loaded';
import { ReasonBadge } from '@/components/ReasonBadge';
import { When } from '@/components/When';
import type { Check } from '@/lib/types';
import { checkQuery } from './api';
import { WhyNot } from './WhyNot';

const lists: Record<string, string> = { 'own-networks': 'own networks', allowlist: 'allowlist' };

/** Whether an address is listed, and if not, what keeps it off. */
export function CheckResult({ address }: { address: string }) {
  const check = useQuery(checkQuery(address));
  return (
    <Loaded query={check} what={`how ${address} stands`} skeleton={<Skeleton height={90} />}>
      {(answer) => (
        <>
          <Answer check={answer} />
          {!answer.listed && answer.neverListed === undefined && <WhyNot address={address} />}
        </>
      )}
    </Loaded>
  );
}

function Answer({ check }: { check: Check }) {
  const { address, listed, neverListed } = check;
  return (
    <Alert
      color={listed ? 'red' : 'teal'}
      role="status"
      title={
        listed
          ? `${address} is blocked`
          : `${address} is not listed${neverListed === undefined ? '' : ', and never will be'}`
      }
    >
      <List size="sm" spacing={4}>
        {check.entries.map((entry) => (
          <List.Item key={entry.address}>
            Since <When at={entry.listedAt} />, by the entry{' '}
            <InlineLink to="/blacklist" search={{ entry: entry.address }} className="address">
              {entry.address}
            </InlineLink>{' '}
            {entry.reasons.map((rule) => (
              <ReasonBadge key={rule} rule={rule} />
            ))}
            {entry.origin === 'User Added' && 'of an operator'}
          </List.Item>
        ))}
        {neverListed !== undefined && <List.Item>{neverListed}</List.Item>}
        {check.lines.map(({ list, line }) => (
          <List.Item key={`${list} ${line.cidr}`}>
            It is on the {lists[list] ?? list}: <span className="address">{line.cidr}</span>
            {line.comment !== undefined && ` (${line.comment})`}
            {line.expiresAt !== undefined && (
              <>
                , until <When at={line.expiresAt} />
              </>
            )}
          </List.Item>
        ))}
        {check.held.map(({ id, holdReason }) => (
          <List.Item key={id}>
            It waits in the{' '}
            <InlineLink to="/review" search={{ held: id }}>
              review queue
            </InlineLink>
            : {holdReason}
          </List.Item>
        ))}
      </List>
      {isUnknown(check) && (
        <Text size="sm">
          No rule has fired for it within the block window, and nothing keeps it off the list. A rule that
          only observes lists nothing; what a device does not log is not seen.
        </Text>
      )}
    </Alert>
  );
}

function isUnknown({ listed, neverListed, lines, held }: Check): boolean {
  return !listed && neverListed === undefined && lines.length === 0 && held.length === 0;
}
