// SPDX-License-Identifier: Apache-2.0
import { EmptyState } from '@/components/EmptyState';
import { Figure, Figures } from '@/components/Figures';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { bytes, count } from '@/lib/format';
import type { ServedList } from '@/lib/types';

export function ServedListPanel({ list }: { list: ServedList | undefined }) {
  return (
    <Panel title="The list as firewalls get it" flush>
      {list === undefined ? (
        <EmptyState title="There is no list yet">
          Firewalls are told to keep theirs. It is made as soon as the database answers.
        </EmptyState>
      ) : (
        <Figures>
          <Figure label="Lines">
            {count(list.entries)} ({bytes(list.bytes)})
          </Figure>
          <Figure label="Changed">
            <When at={list.changedAt} ago />
          </Figure>
          <Figure label="Up to date">
            <When at={list.confirmedAt} otherwise="not confirmed since the service started" ago />
          </Figure>
        </Figures>
      )}
    </Panel>
  );
}
