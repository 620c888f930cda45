// SPDX-License-Identifier: Apache-2.0
import { Alert, Text } from '@mantine/core';
import type { TestResult } from '@/lib/types';

interface TestAnswerProps {
  test: { data: TestResult | undefined; error: Error | null; isPending: boolean };
}

/** How a test went, in the receiver's own words. */
export function TestAnswer({ test: { data, error, isPending } }: TestAnswerProps) {
  if (isPending) {
    return (
      <Text size="sm" c="dimmed" role="status">
        Sending; an answer takes half a minute at most…
      </Text>
    );
  }
  if (error) {
    return (
      <Alert color="red" title="It was not sent" role="alert">
        {error.message}
      </Alert>
    );
  }
  return (
    data && (
      <Alert
        color={data.sent ? 'teal' : 'red'}
        title={data.sent ? 'It was taken' : 'It was not taken'}
        role={data.sent ? 'status' : 'alert'}
      >
        <Text size="sm" className="address">
          {data.answer}
        </Text>
      </Alert>
    )
  );
}
