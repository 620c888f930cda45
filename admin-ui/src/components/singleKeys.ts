// SPDX-License-Identifier: Apache-2.0
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useEffectEvent, useRef } from 'react';

/** Who speaks to the browser, or hits keys by accident, turns them off (WCAG 2.1.4). Beside the theme, in this browser. */
export function useSingleKeysOn() {
  return useLocalStorage({ key: 'single-keys', defaultValue: true, getInitialValueInEffect: false });
}

/** By the character that a key gives, whatever the layout: "/", or "g b" for one after the other. */
export type SingleKeys = Record<string, () => void>;

/** Keys that do something by themselves: not while something is typed, and not behind a dialog. */
export function useSingleKeys(keys: SingleKeys): void {
  const [on] = useSingleKeysOn();
  const before = useRef('');
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) {
      return;
    }
    const act = keys[`${before.current} ${event.key}`] ?? keys[event.key];
    before.current = act === undefined ? event.key : '';
    if (act !== undefined && !isBehindDialog()) {
      event.preventDefault();
      act();
    }
  });
  useEffect(() => {
    if (!on) {
      return undefined;
    }
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  );
}

function isBehindDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}
