// SPDX-License-Identifier: Apache-2.0
import {
  Box,
  type MantineColorScheme,
  SegmentedControl,
  Select,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { Panel } from '@/components/Panel';
import { SingleKeysSwitch } from '@/components/SingleKeysSwitch';
import { useNow } from '@/components/useNow';
import { dateTime } from '@/lib/format';
import { offsetWords } from '@/lib/wall';
import { browserZone, chooseZone, useChosenZone, useZone, zones } from '@/lib/zone';

/** How this browser shows things: nothing of it is sent to the service. */
export function Preferences() {
  return (
    <Box maw={480}>
      <Panel title="Preferences" note="Kept in this browser">
        <Stack gap="lg">
          <Colours />
          <TimeZone />
          <SingleKeysSwitch />
        </Stack>
      </Panel>
    </Box>
  );
}

function Colours() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div>
      <Text size="sm" fw={500} mb={4} id="colours">
        Colours
      </Text>
      <SegmentedControl
        aria-labelledby="colours"
        data={[
          { value: 'auto', label: 'As the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
      />
    </div>
  );
}

const browsers = 'browser';

function TimeZone() {
  const chosen = useChosenZone();
  const zone = useZone();
  const now = useNow();
  return (
    <div>
      <Select
        label="Time zone"
        description="In which all times of this page are shown and entered."
        data={[{ value: browsers, label: `This browser’s (${browserZone})` }, ...zones]}
        searchable
        allowDeselect={false}
        limit={100}
        nothingFoundMessage="No zone is called so"
        value={chosen ?? browsers}
        onChange={(next) => next !== null && chooseZone(next === browsers ? undefined : next)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Text size="sm" mt={4} className="figures">
        It is {dateTime(new Date(now).toISOString())}, {offsetWords(now, zone)}.
      </Text>
    </div>
  );
}
