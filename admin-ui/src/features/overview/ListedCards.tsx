// SPDX-License-Identifier: Apache-2.0
import { Card, Progress, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkOptions, linkOptions } from '@tanstack/react-router';
import { useNow } from '@/components/useNow';
import { count } from '@/lib/format';
import { rules } from '@/lib/rules';
import type { Status } from '@/lib/types';
import { midnight } from '@/lib/wall';
import { useZone } from '@/lib/zone';
import { listedSinceQuery } from './api';
import classes from './ListedCards.module.css';

export function ListedCards({ status }: { status: Status }) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md">
      <FigureCard
        label="On the list now"
        value={status.listed}
        of={status.listed}
        color="blue"
        link={linkOptions({ to: '/blacklist', search: {} })}
      />
      {rules.map((rule) => (
        <FigureCard
          key={rule.id}
          label={rule.label}
          value={status.listedByReason && (status.listedByReason[rule.id] ?? 0)}
          of={status.listed}
          color={rule.color}
          link={linkOptions({ to: '/blacklist', search: { reason: rule.id } })}
        />
      ))}
      <ListedToday />
      <FigureCard
        label="Waiting for review"
        value={status.waitingForReview}
        link={linkOptions({ to: '/review', search: {} })}
      />
      <FigureCard
        label="Open alarms"
        value={status.unnoticedAlarms}
        link={linkOptions({ to: '/alarms', search: {} })}
      />
      <FigureCard label="Events that wait" value={status.eventLag} link={linkOptions({ to: '/system' })} />
    </SimpleGrid>
  );
}

function ListedToday() {
  const today = useQuery(listedSinceQuery(new Date(midnight(useNow(), useZone())).toISOString()));
  return (
    <FigureCard
      label="Listed today"
      value={today.data?.total}
      link={linkOptions({ to: '/blacklist', search: { sort: '-listed-at' } })}
    />
  );
}

interface FigureCardProps {
  label: string;
  /** Absent while the database is away. */
  value: number | undefined;
  /** What it is a share of. */
  of?: number | undefined;
  color?: string;
  link: LinkOptions;
}

/** A count that leads to what is behind it. */
function FigureCard({ label, value, of, color, link }: FigureCardProps) {
  return (
    <Link {...link} className={classes.card}>
      <Card withBorder p="md" h="100%">
        <Text size="xs" c="dimmed" fw={500} mb="auto">
          {label}
        </Text>
        <Text fz={color === undefined ? 22 : 30} fw={700} lh={1.3} className="figures">
          {value === undefined ? 'unknown' : count(value)}
        </Text>
        {color !== undefined && (
          <Progress
            value={value && of ? (100 * value) / of : 0}
            color={color}
            size={4}
            mt={6}
            aria-label={`${label}, share of the list`}
          />
        )}
      </Card>
    </Link>
  );
}
