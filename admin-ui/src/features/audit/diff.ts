// SPDX-License-Identifier: Apache-2.0

/** A field that is not as it was. */
export interface Difference {
  /** Its path, such as "portScan.threshold". */
  field: string;
  /** Absent: it was not there. Of a list, only what is no more in it. */
  before?: string[];
  /** Absent: it is not there. Of a list, only what is new in it. */
  after?: string[];
}

export function differences(before: unknown, after: unknown): Difference[] {
  const was = fields(before);
  const becomes = fields(after);
  const paths = [...was.keys(), ...[...becomes.keys()].filter((path) => !was.has(path))];
  return paths
    .map((field) => differenceOf(field, was.get(field), becomes.get(field)))
    .filter((found) => found.before !== undefined || found.after !== undefined);
}

function differenceOf(field: string, was: string[] | undefined, becomes: string[] | undefined): Difference {
  const gone = without(was, becomes);
  const come = without(becomes, was);
  return {
    field,
    ...(gone === undefined ? {} : { before: gone }),
    ...(come === undefined ? {} : { after: come }),
  };
}

/** What is in the one but not in the other; nothing, if that is nothing and both are there. */
function without(one: string[] | undefined, other: string[] | undefined): string[] | undefined {
  if (one === undefined || other === undefined) {
    return one;
  }
  const rest = one.filter((value) => !other.includes(value));
  return rest.length === 0 ? undefined : rest;
}

/** Every field that holds a value or a list, by its path. */
function fields(document: unknown, path: string = ''): Map<string, string[]> {
  if (document === undefined || document === null) {
    return new Map();
  }
  if (Array.isArray(document)) {
    return new Map([[path, document.map(words)]]);
  }
  if (typeof document !== 'object') {
    return new Map([[path, [words(document)]]]);
  }
  return new Map(
    Object.entries(document).flatMap(([name, value]) => [
      ...fields(value, path === '' ? name : `${path}.${name}`),
    ]),
  );
}

/** "cidr 192.0.2.0/24, comment the office" */
function words(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(words).join(', ');
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .filter(([, inner]) => inner !== null)
        .map(([name, inner]) => `${name} ${words(inner)}`)
        .join(', ')
    : String(value);
}
