// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Indicator } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellIcon } from '@/components/icons';
import { count } from '@/lib/format';
import { statusQuery } from '@/lib/queries';

/** On every page: how many alarms stand that nobody has taken note of. */
export function Bell() {
  const { data: open = 0 } = useQuery({
    ...statusQuery,
    select: (status) => status.unnoticedAlarms ?? 0,
    refetchInterval: 10_000,
  });
  return (
    <Indicator label={open > 99 ? '99+' : open} size={18} color="red" disabled={open === 0} offset={4}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={open === 0 ? 'Alarms' : `Alarms: ${count(open)} to take note of`}
        renderRoot={(props) => <Link {...props} to="/alarms" search={{}} />}
      >
        <BellIcon />
      </ActionIcon>
    </Indicator>
  );
}
