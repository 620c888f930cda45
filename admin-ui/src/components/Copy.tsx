// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Code, Group, Tooltip } from '@mantine/core';
import { useCopy } from './copying';
import { CheckIcon, CopyIcon } from './icons';

interface CopyProps {
  text: string;
  /** What is copied, for who does not see it: "the list's address". */
  what: string;
}

export function Copy({ text, what }: CopyProps) {
  const { copied, copy } = useCopy();
  const done = copied === text;
  return (
    <Tooltip label={done ? 'Copied' : 'Copy'}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={done ? `Copied ${what}` : `Copy ${what}`}
        onClick={(event) => {
          event.stopPropagation();
          copy(text);
        }}
      >
        {done ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
      </ActionIcon>
    </Tooltip>
  );
}

/** Text to paste elsewhere, with the button that copies it. */
export function CopiedText({ text, what }: CopyProps) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Code className="address" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Code>
      <Copy text={text} what={what} />
    </Group>
  );
}
