// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError } from '@/lib/api';

interface Form {
  values: object;
  errors: object;
  setFieldError: (field: string, error: string) => void;
}

/** Shows at its field what the service does not accept there; what has no field, the form's end shows. */
export function showAtField(form: Form, error: Error): void {
  if (error instanceof ApiError && error.field !== undefined && error.field in form.values) {
    form.setFieldError(error.field, error.atField);
  }
}

interface FormEndProps {
  form: Form;
  sending: { error: Error | null; isPending: boolean };
  /** What did not happen when it is refused: "Nobody was added". */
  failed: string;
  action: string;
  /** Before there is anything to send. */
  idle?: boolean;
  aside?: ReactNode;
}

/** What no field of the form can say, and the button that sends it. */
export function FormEnd({ form, sending, failed, action, idle = false, aside }: FormEndProps) {
  return (
    <>
      {sending.error !== null && Object.keys(form.errors).length === 0 && (
        <Alert color="red" title={failed} role="alert">
          {sending.error.message}
        </Alert>
      )}
      <Group justify="flex-end">
        {aside}
        <Button type="submit" disabled={idle} loading={sending.isPending}>
          {action}
        </Button>
      </Group>
    </>
  );
}

export function Cancel({ onClick }: { onClick: () => void }) {
  return (
    <Button variant="default" onClick={onClick}>
      Cancel
    </Button>
  );
}
