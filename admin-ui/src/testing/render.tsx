// SPDX-License-Identifier: Apache-2.0
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryHistory } from '@tanstack/react-router';
import { App, newQueryClient } from '@/app/App';
import { newRouter } from '@/app/router';

interface Visit {
  user: UserEvent;
  /** What the address bar holds behind "#". */
  address: () => string;
}

/** The whole page, opened at an address. */
export function visit(address: string): Visit {
  const router = newRouter(createMemoryHistory({ initialEntries: [address] }));
  render(<App router={router} queryClient={newQueryClient(false)} env="test" />);
  return { user: userEvent.setup({ delay: null }), address: () => router.state.location.href };
}
