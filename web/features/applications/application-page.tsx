import { Alert, Anchor, Button, Code, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { entryQuery } from '../../api/programs';
import { DeclineReasons } from '../../ui/decline-reasons';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { ApplicationMoves } from './application-moves';
import { formatBytes } from '../../ui/bytes';
import { applicationQuery, momentIn, type Application, type Entry } from './use-applications';

const NEXT: Record<Application['state'], string> = {
  draft: 'It is not sent yet: only you can read it.',
  submitted:
    'It has arrived and waits to be read. While applications are taken you can take it back and write on.',
  in_review: 'It is being read.',
  waitlisted: 'All seats are taken. The next free one goes down this list.',
  invited: 'There is a seat for you. Read the terms next: nothing binds you before you accept them.',
  declined: 'Not this time. These are the reasons, and your file stays here.',
  withdrawn: 'You took it back. While applications are taken you can write on.',
  expired: 'It was not sent in time. What you wrote stays here.',
};

function Facts({ application }: { application: Application }) {
  const { decideBy, decidedAt, daysLate, waiting, timeZone, submittedAt, digest } = application;
  const at = (moment: string) => <time dateTime={moment}>{momentIn(moment, timeZone)}</time>;
  const rows = [
    ['Number', <Code key="id">{application.id}</Code>],
    ['Sent', submittedAt && at(submittedAt)],
    ['Decision promised by', decideBy && at(decideBy)],
    ['Decided', decidedAt && at(decidedAt)],
    ['Late by', daysLate > 0 && `${daysLate} days; it is counted against the programme`],
    ['Position on the waiting list', waiting && String(waiting.position ?? waiting.place)],
    ['Place is looked at again', waiting?.reviewAt && at(waiting.reviewAt)],
    ['Seal of what was sent', digest && <Code>{digest}</Code>],
  ] as const;
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table>
        <Table.Tbody>
          {rows.map(([name, value]) =>
            value === null || value === undefined || value === false || value === '' ? null : (
              <Table.Tr key={name}>
                <Table.Th scope="row" w={240}>
                  {name}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const spoken = (answer: unknown): string =>
  typeof answer === 'boolean'
    ? answer
      ? 'Yes'
      : 'No'
    : Array.isArray(answer)
      ? answer.join(', ')
      : String(answer);

/** What was written, as the programme has it. */
function Dossier({ application, entry }: { application: Application; entry: Entry | undefined }) {
  const labelOf = (key: string) => entry?.form.fields.find((field) => field.key === key)?.label ?? key;
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        Your file
      </Title>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{application.statement}</Text>
      {Object.entries(application.answers).map(([key, answer]) => (
        <div key={key}>
          <Text size="sm" fw={500}>
            {labelOf(key)}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{spoken(answer)}</Text>
        </div>
      ))}
      <List size="sm">
        {application.portfolio.map((link) => (
          <List.Item key={link}>
            <Anchor href={link} target="_blank" rel="noreferrer noopener">
              {link}
            </Anchor>
          </List.Item>
        ))}
        {application.files.map((file) => (
          <List.Item key={file.id}>
            <Anchor href={file.link} download>
              {file.name}
            </Anchor>{' '}
            ({formatBytes(file.bytes)})
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Answered({ application }: { application: Application }) {
  const { reasons, comments } = application;
  return (
    <>
      {reasons.length > 0 && (
        <Alert color="gray" title="Why">
          <DeclineReasons reasons={reasons} />
          <Anchor size="sm" renderRoot={(props) => <Link to="/studio/decisions" {...props} />}>
            The whole statement of reasons, and how to appeal
          </Anchor>
        </Alert>
      )}
      {comments.length > 0 && (
        <Stack component="section" gap="xs">
          <Title order={2} size="h4">
            What reviewers wrote for you
          </Title>
          {comments.map((comment, index) => (
            <Paper key={index} withBorder p="sm">
              <Text style={{ whiteSpace: 'pre-wrap' }}>{comment}</Text>
            </Paper>
          ))}
        </Stack>
      )}
    </>
  );
}

function Tracker({ application }: { application: Application }) {
  const entry = useQuery(entryQuery(application.programId));
  const { state, programId } = application;
  return (
    <>
      <PageHeader
        title={`Application to ${application.programName}`}
        lead={NEXT[state]}
        action={<StateBadge state={state} />}
      />
      <Stack gap="lg" maw={860}>
        <Group>
          {state === 'draft' && (
            <Button
              renderRoot={(props) => (
                <Link to="/programs/$programId/apply" params={{ programId }} {...props} />
              )}
            >
              Write on
            </Button>
          )}
          {state === 'invited' && (
            <Button renderRoot={(props) => <Link to="/studio/enrollment" {...props} />}>
              Read the terms
            </Button>
          )}
          <ApplicationMoves application={application} />
        </Group>
        <Facts application={application} />
        <Answered application={application} />
        <Dossier application={application} entry={entry.data} />
      </Stack>
    </>
  );
}

/** Where one application stands, what was promised, and everything that was sent. It stays after the decision. */
export function ApplicationPage() {
  const { applicationId = '' }: { applicationId?: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(applicationQuery(applicationId))} rows={4}>
      {(application) => <Tracker application={application} />}
    </QueryView>
  );
}
