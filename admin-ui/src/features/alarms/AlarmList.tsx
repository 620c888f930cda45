// SPDX-License-Identifier: Apache-2.0
import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { AnchorLink } from '@/components/AnchorLink';
import { When } from '@/components/When';
import { useMay } from '@/lib/session';
import type { Alarm } from '@/lib/types';
import classes from './alarms.module.css';
import { useAcknowledge } from './api';
import { placeOf, titleOf } from './words';

export function AlarmList({ alarms }: { alarms: Alarm[] }) {
  return (
    <ul className={classes.alarms} aria-label="Alarms">
      {alarms.map((alarm) => (
        <AlarmRow key={alarm.id} alarm={alarm} />
      ))}
    </ul>
  );
}

function AlarmRow({ alarm }: { alarm: Alarm }) {
  const stands = alarm.clearedAt === undefined;
  const unnoticed = stands && alarm.acknowledgedAt === undefined;
  const place = placeOf(alarm);
  return (
    <li className={`${classes.alarm} ${unnoticed ? classes.open : ''}`}>
      <Group gap="sm" align="flex-start" justify="space-between">
        <div className={classes.words}>
          <Group gap={8}>
            <Text size="sm" fw={650}>
              {titleOf(alarm)}
            </Text>
            <Badge miw="max-content" variant="light" color={stands ? 'red' : 'gray'}>
              {stands ? 'Stands' : 'Over'}
            </Badge>
          </Group>
          <Text size="sm">
            <Text span inherit className="address">
              {alarm.subject}
            </Text>
            : {alarm.detail}
          </Text>
          {stands && <Text size="sm">{alarm.whatToDo}</Text>}
          <Text size="xs" c="dimmed">
            <Times of={alarm} />
          </Text>
        </div>
        <Group gap="sm">
          {place && (
            <AnchorLink {...place.link} size="sm">
              {place.label}
            </AnchorLink>
          )}
          {unnoticed && <TakeNote alarm={alarm} />}
        </Group>
      </Group>
    </li>
  );
}

function Times({ of: { raisedAt, clearedAt, acknowledgedBy, acknowledgedAt } }: { of: Alarm }) {
  return (
    <>
      Since <When at={raisedAt} ago />
      {clearedAt !== undefined && (
        <>
          {' '}
          · over <When at={clearedAt} ago />
        </>
      )}
      {acknowledgedAt !== undefined && (
        <>
          {' '}
          · {acknowledgedBy} took note <When at={acknowledgedAt} ago />
        </>
      )}
    </>
  );
}

/** An alarm that was taken note of stands on, but calls nobody any more. */
function TakeNote({ alarm }: { alarm: Alarm }) {
  const mayDecide = useMay('operator');
  const acknowledge = useAcknowledge(alarm.id);
  if (!mayDecide) {
    return null;
  }
  return (
    <>
      <Button
        size="xs"
        variant="light"
        aria-label={`Take note: ${titleOf(alarm)}, ${alarm.subject}`}
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate()}
      >
        Take note
      </Button>
      {acknowledge.error && (
        <Alert color="red" role="alert" p="xs">
          {acknowledge.error.message}
        </Alert>
      )}
    </>
  );
}
