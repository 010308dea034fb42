import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

export interface CollaboratorDraft {
  name: string;
  email: string;
}

/** People who work on it with the applicant. An address keeps them from judging the application. */
export function CollaboratorFields({
  people,
  onChange,
}: {
  people: readonly CollaboratorDraft[];
  onChange: (people: CollaboratorDraft[]) => void;
}) {
  const change = (index: number, part: Partial<CollaboratorDraft>) =>
    onChange(people.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Stack gap="xs" role="group" aria-label="People who work on it with you">
      <Text size="sm" fw={500}>
        People who work on it with you
      </Text>
      <Text size="xs" c="dimmed">
        Reviewers do not see them. With the address of an account here, that person is not asked to review it.
      </Text>
      {people.map((person, index) => (
        <Group key={index} align="flex-end" wrap="nowrap">
          <TextInput
            label={`Person ${index + 1}: name`}
            required
            style={{ flex: 1 }}
            maxLength={120}
            value={person.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            label="E-mail, if you know it"
            type="email"
            style={{ flex: 1 }}
            maxLength={254}
            value={person.email}
            onChange={(event) => change(index, { email: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={`Remove person ${index + 1}`}
            onClick={() => onChange(people.filter((_, at) => at !== index))}
          >
            <IconTrash />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button variant="light" size="xs" onClick={() => onChange([...people, { name: '', email: '' }])}>
          Add a person
        </Button>
      </Group>
    </Stack>
  );
}
