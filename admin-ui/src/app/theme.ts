// SPDX-License-Identifier: Apache-2.0
import { createTheme, type CSSVariablesResolver, Drawer, Modal } from '@mantine/core';

/** System fonts only: nothing is fetched from outside. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'md',
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650' },
  components: {
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
  },
});

const badgeColors = ['teal', 'yellow', 'orange', 'red', 'grape', 'blue', 'gray'];

/** Text on a light tint of its own colour, dark enough to be read: the library's own misses 4.5 to 1. */
function readableTints(): Record<string, string> {
  const darker = (color: string) => `color-mix(in srgb, var(--mantine-color-${color}-9) 70%, black)`;
  return Object.fromEntries(
    badgeColors.map((color) => [`--mantine-color-${color}-light-color`, darker(color)]),
  );
}

export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    ...readableTints(),
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
  },
});
