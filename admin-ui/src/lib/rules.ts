// SPDX-License-Identifier: Apache-2.0
import type { RuleId } from './types';

export interface RuleWords {
  id: RuleId;
  /** As the predecessor showed it. */
  label: string;
  color: string;
}

export const rules: readonly RuleWords[] = [
  { id: 'port-scan', label: 'Port Scan Attack v1', color: 'orange' },
  { id: 'ip-scan', label: 'Port Scan Attack v2', color: 'grape' },
  { id: 'vulnerability', label: 'Vulnerability Scan v1', color: 'red' },
];

export function ruleLabel(id: string): string {
  return rules.find((rule) => rule.id === id)?.label ?? id;
}

export function ruleColor(id: string): string {
  return rules.find((rule) => rule.id === id)?.color ?? 'gray';
}
