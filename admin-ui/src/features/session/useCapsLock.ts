// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';

/** For a password field: says so when Caps Lock is on. */
export function useCapsLock() {
  const [on, setOn] = useState(false);
  const look = (event: React.KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return {
    onKeyDown: look,
    onKeyUp: look,
    description: on ? 'Caps Lock is on.' : undefined,
  };
}
