// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Chart } from '@/components/charts/Chart';
import { dateTime, duration } from '@/lib/format';
import { settingsVersionQuery } from '@/lib/queries';
import { ruleColor } from '@/lib/rules';
import type { EntryStory, Evidence } from '@/lib/types';
import { judgedBy, ruleWords, thresholdOf, touched } from './judged';

/** How the source came over the threshold: what it touched, one after the other. */
export function EvidenceTimeline({ story }: { story: EntryStory }) {
  const detection = judgedBy(story);
  return detection === undefined ? null : (
    <Timeline rule={detection.rule} evidence={story.entry.evidence} version={detection.settingsVersion} />
  );
}

interface TimelineProps {
  rule: string;
  evidence: Evidence[];
  /** Of the settings in force when the rule fired. */
  version: number;
}

const second = 1000;
/** A firewall tells whole seconds: what was quicker has this much of time on each side. */
const aside = 5 * second;

function Timeline({ rule, evidence, version }: TimelineProps) {
  const { data: settings } = useQuery(settingsVersionQuery(version));
  const ordered = evidence.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const threshold = settings && thresholdOf(rule, settings);
  const times = ordered.map(({ at }) => Date.parse(at));
  const [first, last] = [times.at(0), times.at(-1)];
  return (
    <>
      {settings && (
        <Text size="sm" mb={4}>
          {ruleWords(rule, settings)}. That was version {version} of the settings.
        </Text>
      )}
      {ordered.length > 1 && first !== undefined && last !== undefined && (
        <>
          <Chart
            label="What it touched, one after the other"
            kind="steps"
            height={180}
            series={[
              {
                name: 'touched',
                color: ruleColor(rule),
                points: times.map((at, index) => [at, index + 1] as const),
              },
            ]}
            {...(last - first < second && { span: [first - aside, last + aside] as const })}
            {...(threshold !== undefined && { level: { at: threshold, name: `threshold: ${threshold}` } })}
            words={ordered.map((seen) => [touched(rule, seen), dateTime(seen.at)] as const)}
            tip={(_, at, value) => {
              const seen = ordered[value - 1];
              const what = seen === undefined ? '' : touched(rule, seen);
              return `${value}: ${what}\n${dateTime(new Date(at).toISOString())}`;
            }}
          />
          <Text size="xs" c="dimmed" mb="xs">
            {ordered.length} of them within{' '}
            {last - first < second ? 'the same second' : duration(last - first)}
          </Text>
        </>
      )}
    </>
  );
}
