// SPDX-License-Identifier: Apache-2.0
import { Accordion, Alert, Badge, Button, Group, Switch, Text, ThemeIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CheckIcon } from '@/components/icons';
import { Loaded } from '@/components/Loaded';
import { OnlyFor } from '@/components/OnlyFor';
import { Page } from '@/components/Page';
import { RowsSkeleton } from '@/components/Skeletons';
import { FirewallStep } from './FirewallStep';
import { LineStep } from './LineStep';
import { ListStep } from './ListStep';
import { NetworksStep } from './NetworksStep';
import { PasswordStep } from './PasswordStep';
import type { Step, StepId } from './steps';
import { type Guide, useGuide, useHidden } from './useGuide';

/** From a new installation to a list that firewalls block by. It can be left at any point. */
export function GuidePage() {
  return (
    <OnlyFor needs="admin">
      <Page
        title="First steps"
        subtitle="Five things that a new installation needs, in any order"
        actions={<OnOverview />}
      >
        <Told />
      </Page>
    </OnlyFor>
  );
}

function OnOverview() {
  const [hidden, setHidden] = useHidden();
  return (
    <Switch
      label="Shown on the Overview"
      checked={!hidden}
      onChange={(event) => setHidden(!event.currentTarget.checked)}
    />
  );
}

function Told() {
  const guide = useGuide();
  return (
    <Loaded query={guide} what="the first steps" skeleton={<RowsSkeleton rows={5} />}>
      {(told) => (
        <>
          {told.complete && <Complete />}
          <Steps guide={told} />
        </>
      )}
    </Loaded>
  );
}

function Complete() {
  return (
    <Alert color="teal" icon={<CheckIcon />} title="Everything is set up" role="status">
      <Group justify="space-between">
        <Text size="sm">
          Lines are judged, and a firewall fetches the list. What happens is on the Overview.
        </Text>
        <Button component={Link} to="/" size="xs">
          To the Overview
        </Button>
      </Group>
    </Alert>
  );
}

/** Opens at the first that is not done; from then on what is open is the reader's choice. */
function Steps({ guide }: { guide: Guide }) {
  const { steps } = guide;
  const [open, setOpen] = useState<string | null>(() => steps.find(({ done }) => !done)?.id ?? null);
  return (
    <Accordion variant="separated" order={2} value={open} onChange={setOpen} keepMounted={false}>
      {steps.map((step, index) => {
        const next = steps[index + 1];
        return (
          <Accordion.Item key={step.id} value={step.id}>
            <Accordion.Control icon={<Mark step={step} number={index + 1} />}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text fw={600}>{step.title}</Text>
                <Badge miw="max-content" variant="light" color={step.done ? 'teal' : 'gray'}>
                  {step.done ? 'Done' : 'To do'}
                </Badge>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Content id={step.id} guide={guide} />
              {next && (
                <Group justify="flex-end" mt="md">
                  <Button
                    variant={step.done ? 'filled' : 'default'}
                    onClick={() => setOpen(next.id)}
                    aria-label={`Next: ${next.title}`}
                  >
                    Next
                  </Button>
                </Group>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}

function Mark({ step, number }: { step: Step; number: number }) {
  return (
    <ThemeIcon
      aria-hidden="true"
      radius="xl"
      size={28}
      variant={step.done ? 'filled' : 'light'}
      color={step.done ? 'teal' : 'gray'}
    >
      {step.done ? <CheckIcon size={16} /> : number}
    </ThemeIcon>
  );
}

function Content({ id, guide }: { id: StepId; guide: Guide }) {
  switch (id) {
    case 'password':
      return <PasswordStep />;
    case 'firewall':
      return <FirewallStep status={guide.status} />;
    case 'line':
      return <LineStep status={guide.status} />;
    case 'networks':
      return <NetworksStep settings={guide.settings} />;
    case 'list':
      return <ListStep pollers={guide.pollers} />;
  }
}
