// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Panel } from '@/components/Panel';
import type { RuleField } from '@/features/backtest/tried';
import { useMay } from '@/lib/session';
import type { DefenseSettings } from '@/lib/types';
import { DistinctCountRule, distinctCountWords } from './DistinctCountRule';
import { ModeChoice } from './RuleChoices';
import { VulnerabilityRule, vulnerabilityTitle } from './VulnerabilityRule';

interface RulePanelProps {
  form: UseFormReturnType<DefenseSettings>;
  field: RuleField;
  onTry: () => void;
}

/** A case: what is listed, whether it is, and what other numbers would have done. */
export function RulePanel({ form, field, onTry }: RulePanelProps) {
  const mayTry = useMay('operator');
  const title = ruleTitle(field);
  return (
    <Panel title={title} aside={<RuleMode form={form} field={field} />}>
      <RuleFields form={form} field={field} />
      {mayTry && (
        <Group justify="flex-end" mt="xs">
          <Button size="xs" variant="light" aria-label={`Try on history: ${title}`} onClick={onTry}>
            Try on history
          </Button>
        </Group>
      )}
    </Panel>
  );
}

export function ruleTitle(field: RuleField): string {
  return field === 'vulnerability' ? vulnerabilityTitle : distinctCountWords[field].title;
}

export function RuleMode({ form, field }: Pick<RulePanelProps, 'form' | 'field'>) {
  return <ModeChoice rule={ruleTitle(field)} {...form.getInputProps(`${field}.mode`)} />;
}

export function RuleFields({ form, field }: Pick<RulePanelProps, 'form' | 'field'>) {
  return field === 'vulnerability' ? (
    <VulnerabilityRule form={form} />
  ) : (
    <DistinctCountRule form={form} field={field} />
  );
}
