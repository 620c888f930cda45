// SPDX-License-Identifier: Apache-2.0
import type { BlacklistEntry, DefenseSettings, EntryStory, Evidence, RecordedDetection } from '@/lib/types';

/** The detection that an entry's evidence is of: the latest; absent: it is no longer on record. */
export function judgedBy({ entry, detections }: EntryStory): RecordedDetection['detection'] | undefined {
  return detections
    .map(({ detection }) => detection)
    .filter(({ rule, evidence }) => entry.reasons.includes(rule) && isOf(entry, evidence))
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .at(0);
}

function isOf(entry: BlacklistEntry, evidence: Evidence[]): boolean {
  return evidence.length === entry.evidence.length && evidence.at(-1)?.at === entry.evidence.at(-1)?.at;
}

/** What a source touched, as its rule counts it. */
export function touched(rule: string, { destination, port, threat }: Evidence): string {
  switch (rule) {
    case 'port-scan':
      return `port ${port}`;
    case 'ip-scan':
      return destination;
    default:
      return threat ?? `${destination}, port ${port}`;
  }
}

const severities: Record<number, string> = { 0: 'no', 1: 'critical', 2: 'critical or high' };

/** The rule as it was when it fired. */
export function ruleWords(rule: string, settings: DefenseSettings): string {
  switch (rule) {
    case 'port-scan': {
      const { threshold, windowMinutes, countedActions } = settings.portScan;
      return `More than ${threshold} ports of one destination within ${windowMinutes} minutes${of(countedActions)}`;
    }
    case 'ip-scan': {
      const { threshold, windowMinutes, countedActions } = settings.ipScan;
      return `One port on more than ${threshold} destinations within ${windowMinutes} minutes${of(countedActions)}`;
    }
    default: {
      const { level, countedActions } = settings.vulnerability;
      return `A threat of ${severities[level] ?? level} severity${of(countedActions)}`;
    }
  }
}

function of(countedActions: DefenseSettings['portScan']['countedActions']): string {
  return countedActions === 'denied' ? ', of what the firewall denied' : '';
}

/** How many different values were still accepted; absent: the rule counts none. */
export function thresholdOf(rule: string, settings: DefenseSettings): number | undefined {
  return rule === 'port-scan'
    ? settings.portScan.threshold
    : rule === 'ip-scan'
      ? settings.ipScan.threshold
      : undefined;
}
