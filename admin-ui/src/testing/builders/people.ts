// SPDX-License-Identifier: Apache-2.0
import type { ApiToken, AuditEvent, Group, SessionView, SignedIn, User } from '@/lib/types';

export function signedIn(changed: Partial<SignedIn> = {}): SignedIn {
  return { user: 'admin', role: 'admin', mustChangePassword: false, csrfToken: 'a-csrf-token', ...changed };
}

export function aUser(changed: Partial<User> = {}): User {
  return {
    name: 'alice',
    ownRole: 'viewer',
    groups: [],
    role: 'viewer',
    disabled: false,
    mustChangePassword: false,
    createdAt: '2026-11-01T08:00:00Z',
    signedInAt: '2026-11-22T08:00:00Z',
    ...changed,
  };
}

export function aGroup(changed: Partial<Group> = {}): Group {
  return { name: 'night-shift', role: 'operator', members: ['alice'], ...changed };
}

export function aSession(changed: Partial<SessionView> = {}): SessionView {
  return {
    id: 7,
    user: 'admin',
    createdAt: '2026-11-22T08:00:00Z',
    usedAt: '2026-11-22T09:00:00Z',
    address: '192.0.2.10',
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    own: false,
    ...changed,
  };
}

export function aToken(changed: Partial<ApiToken> = {}): ApiToken {
  return {
    id: 3,
    name: 'siem-export',
    user: 'admin',
    role: 'viewer',
    createdAt: '2026-11-01T08:00:00Z',
    expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    ...changed,
  };
}

export function anAuditEvent(changed: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: 41,
    at: '2026-11-22T08:00:00Z',
    actor: { who: 'admin', via: 'session', address: '192.0.2.10' },
    action: 'changed',
    kind: 'user',
    subject: 'alice',
    before: { name: 'alice', role: 'viewer' },
    after: { name: 'alice', role: 'operator' },
    ...changed,
  };
}
