// SPDX-License-Identifier: Apache-2.0
import '@testing-library/jest-dom/vitest';
import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { sendWithChanges } from '@/lib/api';
import { chooseZone } from '@/lib/zone';
import { server } from './server';
import { FakeStream } from './stream';

// Conditions are waited for; this only bounds how long on a busy machine.
configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message ?? 'not found') });

// What Mantine asks of a browser and jsdom does not have.
window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});

class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = NoResizeObserver;
vi.stubGlobal('EventSource', FakeStream);
window.HTMLElement.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  server.resetHandlers();
  FakeStream.forget();
  notifications.clean();
  notifications.cleanQueue();
  localStorage.clear();
  sendWithChanges(undefined);
  chooseZone(undefined);
});
afterAll(() => server.close());
