// SPDX-License-Identifier: Apache-2.0
import { Card, Progress, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { count } from '@/lib/format';
import { rules } from '@/lib/rules';
import type { Status } from '@/lib/types';
import classes from './ListedCards.module.css';

export function ListedCards({ status }: { status: Status }) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <ListedCard label="On the list now" value={status.listed} of={status.listed} color="blue" search={{}} />
      {rules.map((rule) => (
        <ListedCard
          key={rule.id}
          label={rule.label}
          value={status.listedByReason && (status.listedByReason[rule.id] ?? 0)}
          of={status.listed}
          color={rule.color}
          search={{ reason: rule.id }}
        />
      ))}
    </SimpleGrid>
  );
}

interface ListedCardProps {
  label: string;
  /** Absent while the database is away. */
  value: number | undefined;
  of: number | undefined;
  color: string;
  search: { reason?: string };
}

/** A count that leads to the entries behind it. */
function ListedCard({ label, value, of, color, search }: ListedCardProps) {
  return (
    <Link to="/blacklist" search={search} className={classes.card}>
      <Card withBorder p="md" h="100%">
        <Text size="xs" c="dimmed" fw={500} mb="auto">
          {label}
        </Text>
        <Text fz={30} fw={700} lh={1.3} className="figures">
          {value === undefined ? 'unknown' : count(value)}
        </Text>
        <Progress
          value={value && of ? (100 * value) / of : 0}
          color={color}
          size={4}
          mt={6}
          aria-label={`${label}, share of the list`}
        />
      </Card>
    </Link>
  );
}
