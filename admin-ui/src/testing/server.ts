// SPDX-License-Identifier: Apache-2.0
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { anEntry, aStory, devices, settings, status } from './builders';

const base = '*/api/v1';

/** A service on which everything is well. */
export const server = setupServer(
  http.get(`${base}/status`, () => HttpResponse.json(status())),
  http.get(`${base}/system`, () => HttpResponse.json({ on: true })),
  http.get(`${base}/devices`, () => HttpResponse.json(devices())),
  http.get(`${base}/settings`, () => HttpResponse.json(settings())),
  http.get(`${base}/blacklist`, () => HttpResponse.json({ entries: [anEntry()] })),
  http.get(`${base}/blacklist/:address`, () => HttpResponse.json(aStory())),
);

type Method = 'get' | 'post' | 'put' | 'delete';

export function answers(method: Method, path: string, body: object): void {
  server.use(http[method](`${base}${path}`, () => HttpResponse.json(body as Record<string, unknown>)));
}

export function refuses(method: Method, path: string, statusCode: number, body: object = {}): void {
  server.use(
    http[method](`${base}${path}`, () =>
      HttpResponse.json(body as Record<string, unknown>, { status: statusCode }),
    ),
  );
}

export function neverAnswers(method: Method, path: string): void {
  server.use(http[method](`${base}${path}`, () => delay('infinite')));
}

export function isUnreachable(method: Method, path: string): void {
  server.use(http[method](`${base}${path}`, () => HttpResponse.error()));
}

/** What is sent there from now on; it is answered with the given body. */
export function received(method: Method, path: string, answer: object): { url: URL; body: unknown }[] {
  const requests: { url: URL; body: unknown }[] = [];
  server.use(
    http[method](`${base}${path}`, async ({ request }) => {
      const text = await request.text();
      requests.push({ url: new URL(request.url), body: text === '' ? undefined : JSON.parse(text) });
      return HttpResponse.json(answer as Record<string, unknown>);
    }),
  );
  return requests;
}
