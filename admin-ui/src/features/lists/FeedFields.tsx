// SPDX-License-Identifier: Apache-2.0
import {
  Checkbox,
  Input,
  MultiSelect,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  TagsInput,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { devicesQuery } from '@/features/devices/api';
import { rules } from '@/lib/rules';
import type { FeedValues } from './feedValues';
import { families, formats } from './words';

interface FieldsProps {
  form: UseFormReturnType<FeedValues>;
}

/** Which entries, how many and how they are written. */
export function ChoiceFields({ form }: FieldsProps) {
  const devices = useQuery(devicesQuery);
  return (
    <>
      <MultiSelect
        label="Reasons"
        placeholder={form.values.reasons.length === 0 ? 'Any' : ''}
        data={rules.map(({ id, label }) => ({ value: id, label }))}
        clearable
        {...form.getInputProps('reasons')}
      />
      <TagsInput
        label="Devices"
        description="At least one of them is in the latest evidence."
        placeholder={form.values.devices.length === 0 ? 'Any' : ''}
        data={devices.data?.devices.map(({ name }) => name) ?? []}
        {...form.getInputProps('devices')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MultiSelect
          label="Origin"
          placeholder={form.values.origins.length === 0 ? 'Any' : ''}
          data={[
            { value: 'detected', label: 'Detected' },
            { value: 'User Added', label: 'User Added' },
          ]}
          {...form.getInputProps('origins')}
        />
        <Select
          label="Addresses"
          data={[{ value: '', label: 'IPv4 and IPv6' }, ...families]}
          allowDeselect={false}
          {...form.getInputProps('family')}
        />
        <NumberInput
          label="Seen within, in days"
          placeholder="Any time"
          min={1}
          max={730}
          clampBehavior="none"
          allowDecimal={false}
          hideControls
          {...form.getInputProps('seenWithinDays')}
        />
        <NumberInput
          label="Capacity, in lines"
          description="What the firewall can hold."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={1_000_000}
          clampBehavior="none"
          allowDecimal={false}
          thousandSeparator=","
          hideControls
          {...form.getInputProps('capacity')}
        />
      </SimpleGrid>
      <Select label="Format" data={formats} allowDeselect={false} {...form.getInputProps('format')} />
      <Checkbox
        label="Neighbours become one line, which covers exactly what they did"
        {...form.getInputProps('merged', { type: 'checkbox' })}
      />
    </>
  );
}

const kinds = [
  { value: 'open', label: 'Whoever reaches it' },
  { value: 'networks', label: 'From networks' },
  { value: 'basic', label: 'With a password' },
];

/** Who may read it. */
export function AccessFields({ form, keepsPassword }: FieldsProps & { keepsPassword: boolean }) {
  return (
    <>
      <Input.Wrapper label="Who may read it" labelElement="div">
        <SegmentedControl
          aria-label="Who may read it"
          data={kinds}
          display="flex"
          {...form.getInputProps('kind')}
        />
      </Input.Wrapper>
      {form.values.kind === 'networks' && (
        <TagsInput
          label="Networks"
          description="As 192.0.2.0/24; Enter adds one."
          {...form.getInputProps('networks')}
        />
      )}
      {form.values.kind === 'basic' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label="User" autoComplete="off" {...form.getInputProps('user')} />
          <PasswordInput
            label="Password"
            description={
              keepsPassword
                ? 'Left empty, it stays. A firewall that is refused stops to enforce its list.'
                : '12 to 72 bytes.'
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
        </SimpleGrid>
      )}
    </>
  );
}
