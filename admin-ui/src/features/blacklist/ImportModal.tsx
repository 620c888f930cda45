// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Button,
  FileInput,
  Group,
  Modal,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { Cancel } from '@/components/FormEnd';
import { UploadIcon } from '@/components/icons';
import { ApiError, type TextFile } from '@/lib/api';
import { count } from '@/lib/format';
import type { Import, LineFault } from '@/lib/types';
import { useImport } from './api';

export function ImportModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Import addresses" size="lg" centered>
      <ImportForm onDone={onClose} />
    </Modal>
  );
}

/** Looks first; nothing is listed before it is said what would be. */
function ImportForm({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState('');
  const [comment, setComment] = useState('');
  const look = useImport(true);
  const list = useImport(false);
  const change = (changed: string) => {
    setText(changed);
    look.reset();
    list.reset();
  };
  const sent = { file: fileOf(text), comment: comment.trim() || undefined };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (look.data === undefined) {
      look.mutate(sent);
    } else {
      list.mutate(sent, { onSuccess: onDone });
    }
  };
  const looked = look.data !== undefined;
  return (
    <form onSubmit={submit} aria-label="Import addresses">
      <Stack>
        <FileInput
          label="File"
          description="Plain: an address or prefix a line, after a space a comment. CSV: a heading with address, and if wanted comment and expiresAt."
          placeholder="Choose a file, or paste below"
          leftSection={<UploadIcon size={16} />}
          accept=".txt,.csv,text/plain,text/csv"
          clearable
          styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
          onChange={(file) => {
            if (file !== null) {
              void file.text().then(change);
            }
          }}
        />
        <Textarea
          label="Lines"
          placeholder={'192.0.2.1 reported by a partner\n198.51.100.0/24'}
          rows={6}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <TextInput
          label="Comment"
          description="For lines that bring none."
          maxLength={500}
          value={comment}
          onChange={(event) => {
            setComment(event.currentTarget.value);
            look.reset();
          }}
        />
        {look.data && <Looked at={look.data} />}
        <Refused error={list.error ?? look.error} />
        <Group justify="flex-end">
          <Cancel onClick={onDone} />
          <Button
            type="submit"
            disabled={text.trim() === '' || look.data?.added === 0}
            loading={look.isPending || list.isPending}
          >
            {looked ? `Add ${count(look.data.added)}` : 'See what it would add'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A heading makes it CSV. */
function fileOf(text: string): TextFile {
  const heading = text.split('\n', 1)[0] ?? '';
  const isCsv = heading
    .toLowerCase()
    .split(',')
    .some((name) => name.trim().replaceAll('"', '') === 'address');
  return { text, type: isCsv ? 'text/csv' : 'text/plain' };
}

function Looked({ at: { added, listedBefore } }: { at: Import }) {
  return (
    <Alert color="blue" role="status">
      {added === 0 ? 'Nothing would be added' : `${count(added)} would be added`}
      {listedBefore > 0 && `; ${count(listedBefore)} are listed already and stay as they are`}.
    </Alert>
  );
}

function Refused({ error }: { error: Error | null }) {
  if (error === null) {
    return null;
  }
  const lines = error instanceof ApiError ? error.lines : [];
  return (
    <Alert color="red" title="Nothing is added" role="alert">
      <Text size="sm">{error.message}</Text>
      {lines.length > 0 && <Faults lines={lines} />}
    </Alert>
  );
}

function Faults({ lines }: { lines: readonly LineFault[] }) {
  return (
    <Table.ScrollContainer minWidth={0} mah={200} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table fz="sm" verticalSpacing={4} aria-label="Lines that are not accepted">
        <Table.Tbody>
          {lines.map(({ line, field, value, accepted }) => (
            <Table.Tr key={`${line} ${field}`}>
              <Table.Td className="figures" valign="top">
                Line {count(line)}
              </Table.Td>
              <Table.Td className="address" miw={100} valign="top">
                {value}
              </Table.Td>
              <Table.Td>
                {field} must be {accepted}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
