// SPDX-License-Identifier: Apache-2.0
import { Switch } from '@mantine/core';
import { useSingleKeysOn } from './singleKeys';

export function SingleKeysSwitch() {
  const [on, setOn] = useSingleKeysOn();
  return (
    <Switch
      label="Single keys work"
      description="Such as / to search and ? for the list of them; never while you type in a field."
      checked={on}
      onChange={(event) => setOn(event.currentTarget.checked)}
    />
  );
}
