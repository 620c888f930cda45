// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { ReasonBadge } from '@/components/ReasonBadge';
import { When } from '@/components/When';
import { capitalised, count } from '@/lib/format';
import type { WhyNot as Why } from '@/lib/types';
import { whyNotQuery } from './api';

/** How near each rule came to firing, by the latest log lines of an address that is not listed. */
export function WhyNot({ address }: { address: string }) {
  const why = useQuery(whyNotQuery(address));
  return (
    <Panel title="How near each rule came">
      <Loaded query={why} what="what the rules make of it" skeleton={<Skeleton height={60} />}>
        {(told) => (
          <div>
            {told.rules.map(({ rule, mode, words }) => (
              <div key={rule}>
                <ReasonBadge rule={rule} />
                <Text size="sm" mb={6}>
                  {capitalised(words)}
                  {mode === 'observe' && ' (the rule observes)'}
                </Text>
              </div>
            ))}
            <Lines of={told} />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Lines({ of: { records, from, to, whole } }: { of: Why }) {
  return (
    <Text size="xs" c="dimmed">
      {records === 0 ? (
        'No log line of it is kept.'
      ) : (
        <>
          By its {records === 1 ? 'one log line' : `${count(records)} log lines`} from <When at={from} /> to{' '}
          <When at={to} />
          {whole ? '.' : '; there are more.'}
        </>
      )}
    </Text>
  );
}
