// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core';
import { DownloadIcon, SearchIcon, UndoIcon, UploadIcon } from '@/components/icons';
import { exportAddress } from './api';
import type { BlacklistSearch } from './search';

interface MoreMenuProps {
  search: BlacklistSearch;
  onCheck: () => void;
  /** Absent: who looks may not change the list. */
  onImport: (() => void) | undefined;
  onUndo: (() => void) | undefined;
}

/** What is done to many entries at once, or is wanted now and then. */
export function MoreMenu({ search, onCheck, onImport, onUndo }: MoreMenuProps) {
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default">More</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<SearchIcon size={16} />} onClick={onCheck}>
          Check an address: why, or why not
        </Menu.Item>
        {onImport && (
          <Menu.Item leftSection={<UploadIcon size={16} />} onClick={onImport}>
            Import addresses
          </Menu.Item>
        )}
        {onUndo && (
          <Menu.Item leftSection={<UndoIcon size={16} />} onClick={onUndo}>
            Undo what a rule has listed
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          component="a"
          href={exportAddress(search, 'csv')}
          download="blacklist.csv"
          leftSection={<DownloadIcon size={16} />}
        >
          Export what is found as CSV
        </Menu.Item>
        <Menu.Item
          component="a"
          href={exportAddress(search, 'plain')}
          download="blacklist.txt"
          leftSection={<DownloadIcon size={16} />}
        >
          Export it as plain text
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
