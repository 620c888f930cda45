// SPDX-License-Identifier: Apache-2.0
import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to another page, among text. */
export const AnchorLink = createLink(Anchor<'a'>);

/** Within a sentence, where colour alone does not tell it from the words. */
export const InlineLink = createLink((props: AnchorProps & React.ComponentPropsWithRef<'a'>) => (
  <Anchor {...props} inherit c="inherit" underline="always" />
));
