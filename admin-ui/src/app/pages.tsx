// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import {
  AuditIcon,
  BellIcon,
  BlacklistIcon,
  DevicesIcon,
  ListsIcon,
  MailIcon,
  OverviewIcon,
  PeopleIcon,
  RecordsIcon,
  ReviewIcon,
  SettingsIcon,
  SystemIcon,
} from '@/components/icons';
import { useMay } from '@/lib/session';

interface Page {
  to: string;
  /** Typed after "g" it leads there. */
  key: string;
  label: string;
  icon: ReactNode;
  forAdmins?: boolean;
}

/** The predecessor's names, so that its users find their way. */
const pages = [
  { to: '/', key: 'o', label: 'Overview', icon: <OverviewIcon /> },
  { to: '/alarms', key: 'a', label: 'Alarms', icon: <BellIcon /> },
  { to: '/blacklist', key: 'b', label: 'Blacklist Records', icon: <BlacklistIcon /> },
  { to: '/review', key: 'r', label: 'Review Queue', icon: <ReviewIcon /> },
  { to: '/syslog', key: 's', label: 'Syslog Records', icon: <RecordsIcon /> },
  { to: '/devices', key: 'd', label: 'Syslog Devices', icon: <DevicesIcon /> },
  { to: '/lists', key: 'l', label: 'Lists (EDL)', icon: <ListsIcon /> },
  { to: '/settings', key: 'e', label: 'ActiveDefense Settings', icon: <SettingsIcon /> },
  { to: '/system', key: 'y', label: 'System On Off', icon: <SystemIcon /> },
  { to: '/notifications', key: 'n', label: 'Notifications', icon: <MailIcon /> },
  { to: '/people', key: 'u', label: 'Users and Groups', icon: <PeopleIcon />, forAdmins: true },
  { to: '/audit', key: 'i', label: 'Audit', icon: <AuditIcon />, forAdmins: true },
] as const satisfies readonly Page[];

/** That who is signed in may see. */
export function useOfferedPages() {
  const isAdmin = useMay('admin');
  return pages.filter((page) => isAdmin || !('forAdmins' in page));
}
