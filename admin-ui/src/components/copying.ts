// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';

/** Copies a text; says whether it is the one that was copied last. */
export function useCopy() {
  const [copied, setCopied] = useState<string>();
  const copy = (text: string) => {
    void write(text).then((done) => setCopied(done ? text : undefined));
  };
  return { copied, copy };
}

/** Over plain HTTP from afar browsers give no clipboard, but still obey the old command. */
async function write(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) {
    return byCommand(text);
  }
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byCommand(text);
  }
}

function byCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // Within a dialog, which keeps the focus to itself.
  const around = document.activeElement?.closest('[role="dialog"]') ?? document.body;
  const before = document.activeElement;
  around.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) {
    before.focus();
  }
  return done;
}
