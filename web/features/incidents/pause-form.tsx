import {
  Anchor,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemNote } from '../../ui/problem-note';
import { usePropose } from './use-incidents';

/** Proposes a pause; nothing happens until another manager confirms. */
export function PauseForm({
  programs,
  isRenewal,
}: {
  programs: { value: string; label: string }[];
  isRenewal: boolean;
}) {
  const propose = usePropose();
  // Of several none is suggested: a pause must not hit one that nobody chose.
  const only = programs.length === 1 ? programs[0] : undefined;
  const [programId, setProgram] = useState<string | null>(only?.value ?? null);
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number | string>(60);
  return (
    <Paper withBorder p="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (programId !== null)
            propose.mutate(
              { programId, reason, minutes: Number(minutes) },
              { onSuccess: () => setReason('') },
            );
        }}
      >
        <Stack>
          <Title order={2} size="h4">
            {isRenewal ? 'Renew: propose to go on after it ends' : 'Propose a pause'}
          </Title>
          <Text size="sm">
            The last resort. A leaked key is stopped alone; a pause stops every artist of a programme. It
            needs a second manager and ends by itself after four hours at most.
          </Text>
          <Group align="flex-end">
            <Select
              label="Programme"
              withAsterisk
              data={programs}
              value={programId}
              onChange={setProgram}
              allowDeselect={false}
            />
            <NumberInput
              label="Minutes"
              min={5}
              max={240}
              allowDecimal={false}
              value={minutes}
              onChange={setMinutes}
              w={120}
            />
          </Group>
          <Textarea
            label="Why"
            description="Everybody reads this."
            autosize
            minRows={2}
            maxLength={1_000}
            withAsterisk
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {propose.isError && <ProblemNote error={propose.error} />}
          <Group>
            <Button
              type="submit"
              color="red"
              variant="light"
              loading={propose.isPending}
              disabled={programId === null || reason.trim().length < 10}
            >
              Propose
            </Button>
            <Anchor component={Link} to="/pauses" size="sm">
              All pauses there were
            </Anchor>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
