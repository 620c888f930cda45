// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '@/lib/api';
import { doubt, isSession } from '@/lib/session';
import type { newRouter } from './router';
import { readable, theme } from './theme';

/** What the service refused is not asked again; what it could not answer is, twice. */
function retry(failures: number, error: Error): boolean {
  const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}

export function newQueryClient(retries: boolean = true): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: { queries: { retry: retries ? retry : false, retryDelay: 500, networkMode: 'always' } },
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        if (!isSession(queryKey)) {
          doubt(client, error);
        }
      },
    }),
    mutationCache: new MutationCache({ onError: (error) => doubt(client, error) }),
  });
  return client;
}

interface AppProps {
  router: ReturnType<typeof newRouter>;
  queryClient?: QueryClient;
  /** In tests nothing is animated, and no style sheet is made: nothing is drawn, but each would be gone through. */
  env?: 'default' | 'test';
}

export function App({ router, queryClient, env = 'default' }: AppProps) {
  const [client] = useState(() => queryClient ?? newQueryClient());
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readable}
      defaultColorScheme="auto"
      env={env}
      withCssVariables={env === 'default'}
      withGlobalClasses={env === 'default'}
    >
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
