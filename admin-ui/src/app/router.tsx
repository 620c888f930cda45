// SPDX-License-Identifier: Apache-2.0
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { AccountPage } from '@/features/account/AccountPage';
import { accountSearch } from '@/features/account/search';
import { alarmsSearch } from '@/features/alarms/search';
import { auditSearch } from '@/features/audit/search';
import { BlacklistPage } from '@/features/blacklist/BlacklistPage';
import { blacklistSearch } from '@/features/blacklist/search';
import { DevicesPage } from '@/features/devices/DevicesPage';
import { devicesSearch } from '@/features/devices/search';
import { listsSearch } from '@/features/lists/search';
import { notificationsSearch } from '@/features/notifications/search';
import { OverviewPage } from '@/features/overview/OverviewPage';
import { peopleSearch } from '@/features/people/search';
import { reviewSearch } from '@/features/review/search';
import { Gate } from '@/features/session/Gate';
import { settingsSearch } from '@/features/settings/search';
import { syslogSearch } from '@/features/syslog/search';
import { SystemPage } from '@/features/system/SystemPage';
import { Failed } from './Failed';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

function Root() {
  return (
    <Gate>
      <Shell />
    </Gate>
  );
}

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage });
const blacklist = createRoute({
  getParentRoute: () => root,
  path: '/blacklist',
  component: BlacklistPage,
  validateSearch: blacklistSearch,
});
const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('@/features/review/ReviewPage'), 'ReviewPage'),
  validateSearch: reviewSearch,
});
const alarms = createRoute({
  getParentRoute: () => root,
  path: '/alarms',
  component: lazyRouteComponent(() => import('@/features/alarms/AlarmsPage'), 'AlarmsPage'),
  validateSearch: alarmsSearch,
});
const syslog = createRoute({
  getParentRoute: () => root,
  path: '/syslog',
  component: lazyRouteComponent(() => import('@/features/syslog/SyslogPage'), 'SyslogPage'),
  validateSearch: syslogSearch,
});
const devices = createRoute({
  getParentRoute: () => root,
  path: '/devices',
  component: DevicesPage,
  validateSearch: devicesSearch,
});
const lists = createRoute({
  getParentRoute: () => root,
  path: '/lists',
  component: lazyRouteComponent(() => import('@/features/lists/ListsPage'), 'ListsPage'),
  validateSearch: listsSearch,
});
const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  component: lazyRouteComponent(() => import('@/features/guide/GuidePage'), 'GuidePage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
  validateSearch: settingsSearch,
});
const system = createRoute({ getParentRoute: () => root, path: '/system', component: SystemPage });

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  component: lazyRouteComponent(
    () => import('@/features/notifications/NotificationsPage'),
    'NotificationsPage',
  ),
  validateSearch: notificationsSearch,
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('@/features/people/PeoplePage'), 'PeoplePage'),
  validateSearch: peopleSearch,
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('@/features/audit/AuditPage'), 'AuditPage'),
  validateSearch: auditSearch,
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: AccountPage,
  validateSearch: accountSearch,
});

const routes = root.addChildren([
  overview,
  start,
  alarms,
  blacklist,
  review,
  syslog,
  devices,
  lists,
  settings,
  system,
  notifications,
  people,
  audit,
  account,
]);

/** The page lives behind "#", so that the server needs to know one address only. */
export function newRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree: routes, history, defaultErrorComponent: Failed });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
