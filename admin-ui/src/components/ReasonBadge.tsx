// SPDX-License-Identifier: Apache-2.0
import { Badge } from '@mantine/core';
import { ruleColor, ruleLabel } from '@/lib/rules';

export function ReasonBadge({ rule }: { rule: string }) {
  return (
    <Badge miw="max-content" variant="light" color={ruleColor(rule)} tt="none" fw={600} radius="sm">
      {ruleLabel(rule)}
    </Badge>
  );
}
