// SPDX-License-Identifier: Apache-2.0

interface Rule {
  words: string;
  meets: (password: string, user: string) => boolean;
}

/** What the service asks of a password, said beforehand; it judges again. */
export const passwordRules: readonly Rule[] = [
  { words: 'At least 12 characters', meets: (password) => [...password].length >= 12 },
  {
    words: 'At most 72 bytes: as many plain letters, fewer of others',
    meets: (password) => new TextEncoder().encode(password).length <= 72,
  },
  { words: 'Not a few characters repeated', meets: (password) => new Set(password).size > 4 },
  {
    words: 'Not your name with a little added',
    meets: (password, user) => password.toLowerCase().replaceAll(user, '').length >= 6,
  },
];

/** Nothing is met before anything is typed. */
export function metBy(password: string, user: string): boolean[] {
  return passwordRules.map(({ meets }) => password !== '' && meets(password, user));
}
