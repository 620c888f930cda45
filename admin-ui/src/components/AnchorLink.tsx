// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to another page, among text. */
export const AnchorLink = createLink(Anchor<'a'>);
