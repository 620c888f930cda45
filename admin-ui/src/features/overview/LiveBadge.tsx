// SPDX-License-Identifier: Apache-2.0
import { Badge, Tooltip } from '@mantine/core';
import { useConnection } from '@/lib/live';

const looks = {
  opening: {
    label: 'Connecting',
    color: 'gray',
    words: 'The service is asked every five seconds meanwhile.',
  },
  live: { label: 'Live', color: 'teal', words: 'The service tells what happens as it happens.' },
  lost: {
    label: 'Not live',
    color: 'yellow',
    words: 'The connection was lost; it is tried again. The service is asked every five seconds meanwhile.',
  },
};

/** Whether what is shown is told as it happens. */
export function LiveBadge() {
  const { label, color, words } = looks[useConnection()];
  return (
    <Tooltip label={words} multiline maw={260} events={{ hover: true, focus: true, touch: true }}>
      <Badge miw="max-content" variant="dot" color={color} role="status" tabIndex={0}>
        {label}
      </Badge>
    </Tooltip>
  );
}
