// SPDX-License-Identifier: Apache-2.0

import type { LineFault } from './types';

/** The service refused, or could not be reached (status 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    readonly status: number,
    /** The field of the request that was not accepted, as a path such as "portScan.threshold". */
    readonly field?: string,
    /** What that field takes, in words. */
    readonly accepted?: string,
    /** After how many seconds it may be tried again, where the service says so. */
    readonly retryAfter?: number,
    /** Of a file: its lines that are not accepted. */
    readonly lines: readonly LineFault[] = [],
  ) {
    super(message);
  }

  /** What to say at the field itself, where its name goes without saying. */
  get atField(): string {
    return this.accepted === undefined ? this.message : `It must be ${this.accepted}`;
  }
}

/** As RFC 9457 writes it, with our own fields. */
interface ProblemBody {
  detail?: string;
  field?: string;
  accepted?: string;
  errors?: LineFault[];
}

type Query = Record<string, string | number | undefined>;

/** Sent along with each change: who only has the cookie, as a foreign page has, does not know it. */
let csrfToken: string | undefined;

/** That of the present session; without one, none. */
export function sendWithChanges(token: string | undefined): void {
  csrfToken = token;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown) => send<T>('POST', path, { body }),
  /** A file, as it is. */
  file: <T>(path: string, file: TextFile, query: Query) => send<T>('POST', path, { file, query }),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, { body }),
  delete: <T>(path: string, query?: Query) => send<T>('DELETE', path, { query }),
};

export interface TextFile {
  text: string;
  type: 'text/plain' | 'text/csv';
}

interface Options {
  query?: Query | undefined;
  body?: unknown;
  file?: TextFile | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Why a stream is not given, which the browser tells nobody who only follows it; nothing: by now it would be.
 */
export async function refusalOf(address: string, signal: AbortSignal): Promise<ApiError | undefined> {
  const response = await reached(address, {
    headers: { Accept: 'text/event-stream' },
    credentials: 'same-origin',
    signal,
  });
  if (!response.ok) {
    return problem(response);
  }
  await response.body?.cancel();
  return undefined;
}

async function send<T>(method: string, path: string, options: Options): Promise<T> {
  const response = await reach(method, path, options);
  if (!response.ok) {
    throw await problem(response);
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function reach(method: string, path: string, options: Options): Promise<Response> {
  const { query, body, file, signal } = options;
  const type = file?.type ?? (body === undefined ? undefined : 'application/json');
  const init: RequestInit = { method, headers: headers(method, type), credentials: 'same-origin' };
  if (file !== undefined) {
    init.body = file.text;
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
  }
  if (signal) {
    init.signal = signal;
  }
  return reached(addressOf(path, query), init);
}

async function reached(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (failure) {
    if (init.signal?.aborted) {
      throw failure;
    }
    throw new ApiError('The service does not answer. Is it running, and is the network up?', 0);
  }
}

function headers(method: string, type: string | undefined): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...(method === 'GET' || csrfToken === undefined ? {} : { 'X-CSRF-Token': csrfToken }),
  };
}

/** Also for links that the browser follows by itself, such as downloads. */
export function addressOf(path: string, query?: Query): string {
  return `/api/v1${path}${queryString(query)}`;
}

function queryString(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

async function problem(response: Response): Promise<ApiError> {
  const text = await response.text();
  const body = parsed(text);
  return new ApiError(
    body.detail ?? wordsFor(response.status),
    response.status,
    body.field,
    body.accepted,
    secondsToWait(response),
    body.errors,
  );
}

/** RFC 9110 also allows a date there, which our service never writes. */
function secondsToWait(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** A proxy in between may answer with a page instead of our JSON: then the status speaks. */
function parsed(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  } catch {
    return {};
  }
}

function wordsFor(status: number): string {
  switch (status) {
    case 401:
      return 'Sign in to go on.';
    case 403:
      return 'Your account may not do this.';
    case 404:
      return 'There is no such thing here.';
    case 503:
      return 'The service is starting or waits for its database.';
    default:
      return `The service answered with status ${status}.`;
  }
}
