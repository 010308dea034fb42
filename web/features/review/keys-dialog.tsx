import { Kbd, Modal, Stack, Switch, Table, Text } from '@mantine/core';

const KEYS: readonly [string, string][] = [
  ['J / K', 'Next, previous in the queue'],
  ['P', 'To the player; Esc back. There J K L are backwards, stop, forwards, each press faster'],
  ['Space', 'Play or pause'],
  ['L', 'Forwards, each press faster'],
  ['← / →', 'One frame back or on; with Shift ten'],
  ['I / O', 'In point, out point: what a note or the loop is about'],
  ['\\', 'Loop, between in and out or all of it'],
  ['D', 'Draw on the picture; arrows move it, with Shift they change its size'],
  ['V', 'Side by side with where it comes from, or what was handed in before'],
  ['Shift V', 'The same over each other; arrows move the divider, with Shift by ten'],
  ['C', 'Claim it for yourself'],
  ['1', 'Approve'],
  ['2', 'Request changes'],
  ['3', 'Decline, or take down, with reasons'],
  ['4', 'Escalate to a second person'],
  ['H', 'Put what you have claimed on hold, with a reason and an end'],
  ['E', 'Assign it to a reviewer, or give it back to everybody: managers'],
  ['1 – 9', 'While you write reasons: the clause of that place in the list'],
  ['X', 'Choose it for one verdict over several; with Shift all from the last one'],
  ['N', 'Take the next one that is free'],
  ['M', 'Note at this frame, range or part of the picture'],
  ['Ctrl Enter', 'Send the form you are writing in'],
  ['Ctrl K', 'Pages, saved filters and what may be done here, by name; ⌘ K on a Mac'],
  ['Z', 'Take your last verdict back, within its ten seconds'],
  ['Esc', 'Back from a form'],
  ['?', 'This list'],
];

/** What the keys do, and the switch that turns single keys off. */
export function KeysDialog({
  opened,
  isOn,
  onSwitch,
  onClose,
}: {
  opened: boolean;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" centered>
      <Stack>
        <Table>
          <Table.Tbody>
            {KEYS.map(([key, says]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" w={90}>
                  <Kbd>{key}</Kbd>
                </Table.Th>
                <Table.Td>{says}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label="Single keys are on"
          checked={isOn}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <Text size="sm" c="dimmed">
          Keys never act while you type. 1, 2, 3 and 4 claim the submission first when nobody has it.
        </Text>
      </Stack>
    </Modal>
  );
}
