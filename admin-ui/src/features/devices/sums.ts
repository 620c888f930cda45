// SPDX-License-Identifier: Apache-2.0
import type { DeviceState } from '@/lib/types';

/** A device's files together: most have one. */
export interface DeviceSums {
  lines: number;
  bytes: number;
  lagBytes: number;
  lagSeconds: number;
  refusedByReason: Record<string, number>;
  grewAt: string | undefined;
}

export function sums({ files }: DeviceState): DeviceSums {
  const refusedByReason: Record<string, number> = {};
  for (const { deadLetters } of files) {
    for (const [reason, lines] of Object.entries(deadLetters)) {
      refusedByReason[reason] = (refusedByReason[reason] ?? 0) + lines;
    }
  }
  return {
    lines: files.reduce((sum, file) => sum + file.lines, 0),
    bytes: files.reduce((sum, file) => sum + file.offset, 0),
    lagBytes: files.reduce((sum, file) => sum + file.lagBytes, 0),
    lagSeconds: Math.max(0, ...files.map((file) => file.lagSeconds)),
    refusedByReason,
    grewAt: files
      .map((file) => file.grewAt)
      .filter((at) => at !== undefined)
      .sort()
      .at(-1),
  };
}
