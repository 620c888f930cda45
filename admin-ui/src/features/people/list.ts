// SPDX-License-Identifier: Apache-2.0

/** What the four lists have in common. */
export interface ListProps {
  text: string;
  onText: (text: string) => void;
  /** The user or the group that is open. */
  open: string | undefined;
  onOpen: (name: string | undefined) => void;
}
