// SPDX-License-Identifier: Apache-2.0
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  aGroup,
  aHeldDetection,
  aLogRecord,
  aMailServer,
  anArchive,
  anAuditEvent,
  anEntry,
  aPoller,
  aRecipient,
  aSession,
  aStory,
  aToken,
  aUser,
  confirmation,
  devices,
  feeds,
  histogram,
  notificationChoices,
  settings,
  signedIn,
  status,
} from './builders';

const base = '*/api/v1';

/** A service on which everything is well, and an admin who is signed in. */
export const server = setupServer(
  http.get(`${base}/session`, () => HttpResponse.json(signedIn())),
  http.get(`${base}/status`, () => HttpResponse.json(status())),
  http.get(`${base}/system`, () => HttpResponse.json({ on: true })),
  http.get(`${base}/devices`, () => HttpResponse.json(devices())),
  http.get(`${base}/settings/versions/:version`, () => HttpResponse.json(settings())),
  http.get(`${base}/archive`, () => HttpResponse.json(anArchive())),
  http.get(`${base}/backtests`, () => HttpResponse.json([])),
  http.get(`${base}/backtests/:id/sources`, () => HttpResponse.json({ sources: [] })),
  http.get(`${base}/settings`, () => HttpResponse.json(settings())),
  http.post(`${base}/settings/preview`, () => HttpResponse.json({ differences: [], releases: 0, first: [] })),
  http.get(`${base}/system/detector`, () => HttpResponse.json(confirmation())),
  http.get(`${base}/blacklist`, () => HttpResponse.json({ entries: [anEntry()] })),
  http.get(`${base}/blacklist/counts`, () =>
    HttpResponse.json({ total: 1, byReason: { 'port-scan': 1 }, byOrigin: { detected: 1 } }),
  ),
  http.get(`${base}/check/:ip`, ({ params }) =>
    HttpResponse.json({ address: params['ip'], listed: false, entries: [], lines: [], held: [] }),
  ),
  http.get(`${base}/check/:ip/rules`, ({ params }) =>
    HttpResponse.json({ source: params['ip'], records: 0, whole: true, rules: [] }),
  ),
  http.get(`${base}/blacklist/:address`, () => HttpResponse.json(aStory())),
  http.get(`${base}/alarms`, () => HttpResponse.json({ alarms: [] })),
  http.get(`${base}/review`, () => HttpResponse.json({ held: [aHeldDetection()], waiting: 1 })),
  http.get(`${base}/feeds`, () => HttpResponse.json(feeds())),
  http.get(`${base}/feeds/:name/changes`, () => HttpResponse.json({ changes: [] })),
  http.post(`${base}/feeds/preview`, () =>
    HttpResponse.json({ entries: 42, lines: 40, leftOut: 0, first: [] }),
  ),
  http.get(`${base}/pollers`, () => HttpResponse.json([aPoller()])),
  http.get(`${base}/detections`, () => HttpResponse.json({ detections: [] })),
  http.get(`${base}/records`, () => HttpResponse.json({ records: [aLogRecord()] })),
  http.get(`${base}/records/histogram`, () => HttpResponse.json(histogram())),
  http.get(`${base}/records/top`, () => HttpResponse.json({ by: 'SOURCE', values: [] })),
  http.get(`${base}/records/:id`, () => HttpResponse.json(aLogRecord())),
  http.get(`${base}/notifications/choices`, () => HttpResponse.json(notificationChoices())),
  http.get(`${base}/notifications/recipients`, () => HttpResponse.json({ recipients: [aRecipient()] })),
  http.get(`${base}/notifications/mail-server`, () => HttpResponse.json(aMailServer())),
  http.get(`${base}/notifications/settings`, () => HttpResponse.json({ groupSeconds: 60 })),
  http.get(`${base}/notifications/deliveries`, () => HttpResponse.json({ deliveries: [] })),
  http.get(`${base}/users`, () => HttpResponse.json({ users: [aUser()] })),
  http.get(`${base}/groups`, () => HttpResponse.json({ groups: [aGroup()] })),
  http.get(`${base}/sessions`, () => HttpResponse.json({ sessions: [aSession({ own: true })] })),
  http.get(`${base}/account/sessions`, () => HttpResponse.json({ sessions: [aSession({ own: true })] })),
  http.get(`${base}/tokens`, () => HttpResponse.json({ tokens: [aToken()] })),
  http.get(`${base}/audit`, () => HttpResponse.json({ events: [anAuditEvent()] })),
);

type Method = 'get' | 'post' | 'put' | 'delete';

export function answers(method: Method, path: string, body: object): void {
  server.use(http[method](`${base}${path}`, () => HttpResponse.json(body as Record<string, unknown>)));
}

export function refuses(
  method: Method,
  path: string,
  statusCode: number,
  body: object = {},
  headers: Record<string, string> = {},
): void {
  server.use(
    http[method](`${base}${path}`, () =>
      HttpResponse.json(body as Record<string, unknown>, { status: statusCode, headers }),
    ),
  );
}

export function neverAnswers(method: Method, path: string): void {
  server.use(http[method](`${base}${path}`, () => delay('infinite')));
}

export function isUnreachable(method: Method, path: string): void {
  server.use(http[method](`${base}${path}`, () => HttpResponse.error()));
}

interface Sent {
  url: URL;
  /** A file is text, all else is JSON. */
  body: unknown;
  type: string | null;
  csrfToken: string | null;
}

/** What is sent there from now on; it is answered with the given body. */
export function received(method: Method, path: string, answer: object): Sent[] {
  const requests: Sent[] = [];
  server.use(
    http[method](`${base}${path}`, async ({ request }) => {
      const text = await request.text();
      requests.push({
        url: new URL(request.url),
        body: text === '' ? undefined : bodyOf(request, text),
        type: request.headers.get('Content-Type'),
        csrfToken: request.headers.get('X-CSRF-Token'),
      });
      return HttpResponse.json(answer as Record<string, unknown>);
    }),
  );
  return requests;
}

function bodyOf(request: Request, text: string): unknown {
  return request.headers.get('Content-Type') === 'application/json' ? JSON.parse(text) : text;
}
