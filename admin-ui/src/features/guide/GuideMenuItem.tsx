// SPDX-License-Identifier: Apache-2.0
import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useGuide } from './useGuide';

/** The way back to it, while something is still to be done. */
export function GuideMenuItem() {
  const { data: guide } = useGuide();
  return guide === undefined || guide.complete ? null : (
    <>
      <Menu.Item renderRoot={(props) => <Link {...props} to="/start" />}>First steps</Menu.Item>
      <Menu.Divider />
    </>
  );
}
