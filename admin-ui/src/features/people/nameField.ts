// SPDX-License-Identifier: Apache-2.0

/** Of a user or a group: not that of who sits here, so nothing is filled in or corrected. */
export const nameFieldProps = {
  label: 'Name',
  description: 'Small letters, digits, dots, dashes and @. It stays as it is.',
  autoComplete: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
  'data-autofocus': true,
} as const;
