// SPDX-License-Identifier: Apache-2.0
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type RouterHistory,
} from '@tanstack/react-router';
import { BlacklistPage } from '@/features/blacklist/BlacklistPage';
import { blacklistSearch } from '@/features/blacklist/search';
import { DevicesPage } from '@/features/devices/DevicesPage';
import { devicesSearch } from '@/features/devices/search';
import { OverviewPage } from '@/features/overview/OverviewPage';
import { SettingsPage } from '@/features/settings/SettingsPage';
import { SystemPage } from '@/features/system/SystemPage';
import { Failed } from './Failed';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage });
const blacklist = createRoute({
  getParentRoute: () => root,
  path: '/blacklist',
  component: BlacklistPage,
  validateSearch: blacklistSearch,
});
const devices = createRoute({
  getParentRoute: () => root,
  path: '/devices',
  component: DevicesPage,
  validateSearch: devicesSearch,
});
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage });
const system = createRoute({ getParentRoute: () => root, path: '/system', component: SystemPage });

const routes = root.addChildren([overview, blacklist, devices, settings, system]);

/** The page lives behind "#", so that the server needs to know one address only. */
export function newRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree: routes, history, defaultErrorComponent: Failed });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
