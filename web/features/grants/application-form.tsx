import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { figureOf, minorUnits } from '../../ui/typed-amount';
import { CollaboratorFields, type CollaboratorDraft } from './collaborator-fields';
import { useGrantAct, type Application, type Call } from './use-grants';

interface Line {
  what: string;
  amount: string;
}

type Body = Schemas['CallApplicationBody'];

const asLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Writes an application: kept as a draft, or handed in. A draft can be handed in until the deadline. */
export function ApplicationForm({ call, application }: { call: Call; application?: Application }) {
  const { currency } = call.budget;
  const [statement, setStatement] = useState(application?.statement ?? '');
  const [team, setTeam] = useState(application?.team ?? '');
  const [works, setWorks] = useState(application?.works.join('\n') ?? '');
  const [people, setPeople] = useState<CollaboratorDraft[]>(
    application?.collaborators.map(({ name, email = '' }) => ({ name, email })) ?? [],
  );
  const [lines, setLines] = useState<Line[]>(
    application?.budgetLines.map(({ what, amount }) => ({
      what,
      amount: figureOf({ amount, currency }),
    })) ?? [{ what: '', amount: '' }],
  );
  const send = useGrantAct((body: Body, headers) =>
    application === undefined
      ? unwrap(
          api.POST('/api/v1/calls/{id}/applications', { params: { path: { id: call.id } }, headers, body }),
        )
      : unwrap(
          api.PUT('/api/v1/call-applications/{id}', {
            params: { path: { id: application.id } },
            headers,
            body,
          }),
        ),
  );
  const change = (index: number, part: Partial<Line>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const amounts = lines.map((line) => minorUnits(line.amount, currency));
  const total = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  const isReady =
    statement.trim() !== '' && lines.every(({ what }, i) => what.trim() !== '' && (amounts[i] ?? 0) > 0);
  const submit = (isHandedIn: boolean) =>
    send.mutate({
      statement,
      team,
      works: asLines(works),
      collaborators: people
        .filter(({ name }) => name.trim() !== '')
        .map(({ name, email }) => ({ name, ...(email.trim() !== '' && { email: email.trim() }) })),
      budgetLines: lines.map(({ what }, i) => ({ what, amount: amounts[i] ?? 0 })),
      amount: total,
      submit: isHandedIn,
    });
  return (
    <Stack>
      {send.isError && <ProblemNote error={send.error} />}
      <Textarea
        label="What you want to do"
        description="Reviewers read this without your name. Leave out what shows who you are."
        required
        autosize
        minRows={5}
        maxLength={10_000}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <Stack gap="xs" role="group" aria-label="Budget">
        {lines.map((line, index) => (
          <Group key={index} align="flex-end" wrap="nowrap">
            <TextInput
              label={`Line ${index + 1}: what for`}
              required
              style={{ flex: 1 }}
              value={line.what}
              onChange={(event) => change(index, { what: event.currentTarget.value })}
            />
            <TextInput
              label={`Amount in ${currency}`}
              required
              inputMode="decimal"
              value={line.amount}
              error={line.amount !== '' && amounts[index] === null ? 'Not an amount' : undefined}
              onChange={(event) => change(index, { amount: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="red"
              size="lg"
              aria-label={`Remove line ${index + 1}`}
              disabled={lines.length === 1}
              onClick={() => setLines(lines.filter((_, at) => at !== index))}
            >
              <IconTrash />
            </ActionIcon>
          </Group>
        ))}
        <Group justify="space-between">
          <Button variant="light" onClick={() => setLines([...lines, { what: '', amount: '' }])}>
            Add a line
          </Button>
          <Text role="status">Asked for: {formatMoney({ amount: total, currency })}</Text>
        </Group>
      </Stack>
      <Textarea
        label="Links to works"
        description="One a line"
        autosize
        minRows={2}
        value={works}
        onChange={(event) => setWorks(event.currentTarget.value)}
      />
      <CollaboratorFields people={people} onChange={setPeople} />
      <TextInput
        label="Studio, company or school"
        description="Nobody of the same one reviews your application; reviewers do not see it"
        value={team}
        onChange={(event) => setTeam(event.currentTarget.value)}
      />
      <Group>
        <Button disabled={!isReady} loading={send.isPending} onClick={() => submit(true)}>
          Hand in
        </Button>
        <Button variant="default" disabled={!isReady} loading={send.isPending} onClick={() => submit(false)}>
          Keep as a draft
        </Button>
      </Group>
    </Stack>
  );
}
