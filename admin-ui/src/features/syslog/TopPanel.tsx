// SPDX-License-Identifier: Apache-2.0
import { Select, Table, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { Panel } from '@/components/Panel';
import { RowsSkeleton } from '@/components/Skeletons';
import { count } from '@/lib/format';
import { topQuery } from './api';
import type { SyslogSearch } from './search';
import classes from './syslog.module.css';
import { tops } from './words';

interface TopPanelProps {
  search: SyslogSearch;
  onChange: (changed: SyslogSearch) => void;
}

/** What most of the records that are looked for have in common; a click looks for those alone. */
export function TopPanel({ search, onChange }: TopPanelProps) {
  const [by, setBy] = useState('source');
  const filter = tops.find((each) => each.by === by)?.filter ?? 'source';
  const top = useQuery(topQuery(search, by));
  return (
    <Panel
      title="Most frequent"
      aside={
        <Select
          aria-label="Most frequent by"
          size="xs"
          w={170}
          data={tops.map(({ by: value, label }) => ({ value, label }))}
          value={by}
          onChange={(chosen) => chosen !== null && setBy(chosen)}
          allowDeselect={false}
        />
      }
      flush
    >
      <Loaded query={top} what="the most frequent" skeleton={<RowsSkeleton rows={4} />}>
        {({ values }) =>
          values.length === 0 ? (
            <EmptyState title="None">No record fits this search.</EmptyState>
          ) : (
            <Table verticalSpacing={4} horizontalSpacing="md" fz="sm" aria-label="Most frequent">
              <Table.Tbody>
                {values.map(({ value, records }) => (
                  <Table.Tr key={value}>
                    <Table.Td className={classes.cell}>
                      {value === '' ? (
                        'none'
                      ) : (
                        <UnstyledButton
                          fz="sm"
                          className="address"
                          aria-label={`Only ${value}`}
                          onClick={() => onChange({ [filter]: value })}
                        >
                          {value}
                        </UnstyledButton>
                      )}
                    </Table.Td>
                    <Table.Td ta="right" className="figures">
                      {count(records)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Loaded>
    </Panel>
  );
}
