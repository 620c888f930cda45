// SPDX-License-Identifier: Apache-2.0
import type { FeedView, FeedWish, Selection } from '@/lib/types';

/** What the fields hold: an empty choice is any. */
export interface FeedValues {
  name: string;
  comment: string;
  reasons: string[];
  origins: Selection['origins'];
  devices: string[];
  family: '' | 'ipv4' | 'ipv6';
  seenWithinDays: number | '';
  capacity: number | '';
  merged: boolean;
  format: string;
  kind: FeedView['access']['kind'];
  networks: string[];
  user: string;
  password: string;
  why: string;
}

export function valuesOf(feed: FeedView | undefined): FeedValues {
  const { selection, access } = feed ?? {};
  return {
    name: feed?.name ?? '',
    comment: feed?.comment ?? '',
    reasons: selection?.reasons ?? [],
    origins: selection?.origins ?? [],
    devices: selection?.devices ?? [],
    family: selection?.family ?? '',
    seenWithinDays: selection?.seenWithinDays ?? '',
    capacity: feed?.capacity ?? 50_000,
    merged: feed?.merged ?? true,
    format: feed?.format ?? 'plain',
    kind: access?.kind ?? 'open',
    networks: access?.networks ?? [],
    user: access?.user ?? '',
    password: '',
    why: '',
  };
}

/** The whole definition; of the password only what was typed. */
export function wishOf(values: FeedValues, feed: FeedView | undefined): FeedWish {
  return {
    ...(feed === undefined ? { name: values.name.trim() } : { version: feed.version }),
    comment: values.comment.trim() || undefined,
    selection: {
      reasons: values.reasons,
      origins: values.origins,
      devices: values.devices,
      family: values.family || undefined,
      seenWithinDays: values.seenWithinDays === '' ? undefined : values.seenWithinDays,
    },
    capacity: values.capacity === '' ? undefined : values.capacity,
    merged: values.merged,
    format: values.format,
    access: {
      kind: values.kind,
      networks: values.kind === 'networks' ? values.networks : undefined,
      user: values.kind === 'basic' ? values.user.trim() : undefined,
      password: values.kind === 'basic' && values.password !== '' ? values.password : undefined,
    },
  };
}

/** "selection.seenWithinDays" and "access.networks[1]" are the fields seenWithinDays and networks. */
export function fieldOf(path: string): string {
  return path.replace(/^(selection|access)\./, '').replace(/\[\d+\].*$/, '');
}
