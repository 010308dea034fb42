import { Anchor, Button, Group, List, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { TextDialog } from '../../ui/text-dialog';
import { dayOf, useGrantAct, type Milestone } from './use-grants';

type Verb = Milestone['available'][number];

/** One step of an award: what it pays, its evidence, its answer. */
export function MilestoneRow({ milestone }: { milestone: Milestone }) {
  const [asking, setAsking] = useState<'submit' | 'requestChanges' | null>(null);
  const [links, setLinks] = useState('');
  const act = useGrantAct(
    ({ verb, ...body }: { verb: Verb; text?: string; links: string[] }, headers) =>
      unwrap(
        api.POST('/api/v1/milestones/{id}/{verb}', {
          params: { path: { id: milestone.id, verb } },
          headers,
          body,
        }),
      ),
    () => setAsking(null),
  );
  const can = (verb: Verb): boolean => milestone.available.includes(verb);
  const isEvidence = asking === 'submit';
  return (
    <Paper withBorder p="sm" component="li">
      <Stack gap={4}>
        <Group justify="space-between">
          <Group gap="xs">
            <Text fw={600}>
              {milestone.position}. {milestone.title}
            </Text>
            <StateBadge state={milestone.state} />
          </Group>
          <Text className="figures">{formatMoney(milestone.amount)}</Text>
        </Group>
        <Text size="sm" c="dimmed">
          {milestone.isAtStart
            ? 'Paid when the agreement is accepted'
            : `Planned by ${dayOf(milestone.dueAt)}`}
          {milestone.state === 'submitted' &&
            milestone.answerUntil !== null &&
            `; accepted by itself on ${dayOf(milestone.answerUntil)} without an answer`}
        </Text>
        {milestone.evidence !== null && <Text size="sm">Evidence: {milestone.evidence}</Text>}
        {milestone.links.length > 0 && (
          <List size="sm">
            {milestone.links.map((link) => (
              <List.Item key={link}>
                <Anchor href={link} target="_blank" rel="noreferrer noopener">
                  {link}
                </Anchor>
              </List.Item>
            ))}
          </List>
        )}
        {milestone.answer !== null && <Text size="sm">Answer: {milestone.answer}</Text>}
        {act.isError && asking === null && <ProblemNote error={act.error} />}
        <Group gap="xs">
          {can('submit') && (
            <Button size="compact-md" onClick={() => setAsking('submit')}>
              Hand in evidence
            </Button>
          )}
          {can('accept') && (
            <Button
              size="compact-md"
              loading={act.isPending}
              onClick={() => act.mutate({ verb: 'accept', links: [] })}
            >
              Accept and pay {formatMoney(milestone.amount)}
            </Button>
          )}
          {can('requestChanges') && (
            <Button size="compact-md" variant="light" onClick={() => setAsking('requestChanges')}>
              Something is missing
            </Button>
          )}
        </Group>
      </Stack>
      {asking !== null && (
        <TextDialog
          title={isEvidence ? 'Hand in evidence' : 'What is missing?'}
          lead={
            isEvidence
              ? 'It is answered within 7 days, or it is accepted by itself.'
              : 'The artist reads this and hands the evidence in again.'
          }
          label={isEvidence ? 'What was done' : 'What is missing'}
          confirm={isEvidence ? 'Hand in' : 'Ask for it'}
          isBusy={act.isPending}
          error={act.error}
          onConfirm={(text) =>
            act.mutate({
              verb: asking,
              text,
              links: isEvidence ? links.split(/\s+/).filter((link) => link !== '') : [],
            })
          }
          onClose={() => {
            act.reset();
            setAsking(null);
          }}
        >
          {isEvidence && (
            <Textarea
              label="Links"
              description="One a line"
              autosize
              value={links}
              onChange={(event) => setLinks(event.currentTarget.value)}
            />
          )}
        </TextDialog>
      )}
    </Paper>
  );
}
