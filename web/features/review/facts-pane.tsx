import { Accordion, Alert, Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { When } from '../../ui/amounts';
import type { ClipControls } from '../../ui/clip-controls';
import { NotesSection } from './notes-section';
import { StatementCard } from './statement-card';
import type { OnClip } from './use-on-clip';
import type { Detail } from './use-review';

const plain = { label: { textTransform: 'none' } } as const;
const words = (text: string | undefined): string => text?.replaceAll('_', ' ') ?? 'not stated';
const yes = (value: boolean | undefined): string => (value === true ? 'yes' : 'not stated');

type Work = Pick<Detail, 'title' | 'description' | 'labels' | 'audience' | 'rights' | 'clip'>;

/** What is stated of a work, without a word of whose it is. */
export function WorkFacts({ work, more = [] }: { work: Work; more?: readonly [string, ReactNode][] }) {
  const { rights, clip } = work;
  const rows: [string, ReactNode][] = [
    ['For', work.audience === 'wide' ? 'everybody' : work.audience],
    ['Labels', work.labels.length === 0 ? 'none' : work.labels.map(words).join(', ')],
    ['Inputs are theirs', yes(rights.ownsInputs)],
    ['Material of others', words(rights.thirdPartyMaterial)],
    ['Real people', words(rights.likenesses)],
    ['Says it is generated', yes(rights.aiDisclosure)],
    ...(rights.evidence ? [['Licence or consent', rights.evidence] as [string, ReactNode]] : []),
    ['Prompt', clip.prompt],
    ['Picture', `${clip.width} × ${clip.height}, ${clip.seconds} s, ${clip.fps} fps, ${clip.style}`],
    ...more,
  ];
  return (
    <Table verticalSpacing={4} withRowBorders={false} layout="fixed">
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" w="38%" c="dimmed" fw={400}>
              {name}
            </Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Facts({ detail }: { detail: Detail }) {
  const more: [string, ReactNode][] = [
    ['Artist', detail.author?.name ?? 'hidden until it is decided'],
    ...(detail.coAuthors.length > 0
      ? [['Made with', detail.coAuthors.join(', ')] as [string, ReactNode]]
      : []),
    ...(detail.wishedAt === null
      ? []
      : [['Wished for', <When key="wish" at={detail.wishedAt} />] as [string, ReactNode]]),
    ...(detail.embargoUntil === null
      ? []
      : [['Not before', <When key="embargo" at={detail.embargoUntil} />] as [string, ReactNode]]),
  ];
  return <WorkFacts work={detail} more={more} />;
}

function Risk({ detail }: { detail: Detail }) {
  if (detail.risk === 'low') return null;
  return (
    <Alert
      color={detail.risk === 'high' ? 'red' : 'yellow'}
      variant="light"
      title={`${detail.risk === 'high' ? 'High' : 'Medium'} risk`}
    >
      Because {detail.riskBecause.join('; ')}.
    </Alert>
  );
}

/** The rules it is measured by, each with its text. */
export function RulesList({ rules }: { rules: Detail['rules'] }) {
  return (
    <Accordion multiple variant="separated" defaultValue={rules.map(({ id }) => id)} order={3}>
      {rules.map((rule) => (
        <Accordion.Item key={rule.id} value={rule.id}>
          <Accordion.Control>
            <Group gap={6} wrap="nowrap" align="flex-start">
              <Badge variant="default" className="figures" styles={plain} style={{ flex: 'none' }}>
                {rule.id}
              </Badge>
              <div>
                <Text size="sm" fw={600}>
                  {rule.title}
                </Text>
                <Text size="xs" c="dimmed">
                  {rule.summary}
                </Text>
              </div>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Text size="sm">{rule.text}</Text>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

/** The right pane: what the artist states, why it has this risk, the rules it is measured by, what happened so far. */
export function FactsPane({
  detail,
  player,
  onClip,
}: {
  detail: Detail;
  player: RefObject<ClipControls | null>;
  onClip: OnClip;
}) {
  return (
    <Stack gap="md">
      <Risk detail={detail} />
      {detail.statement !== null && <StatementCard statement={detail.statement} player={player} />}
      <NotesSection detail={detail} player={player} onClip={onClip} />
      <section>
        <Title order={2} size="h5" mb={4}>
          What the artist states
        </Title>
        {detail.description !== '' && <Text size="sm">{detail.description}</Text>}
        <Facts detail={detail} />
      </section>
      <section>
        <Title order={2} size="h5" mb={6}>
          The rules
        </Title>
        <RulesList rules={detail.rules} />
      </section>
      <section>
        <Title order={2} size="h5" mb={4}>
          So far
        </Title>
        {detail.history.map((step) => (
          <Text key={`${step.at} ${step.verb}`} size="xs" c="dimmed">
            {words(step.to)} by {step.by}, <When at={step.at} />
          </Text>
        ))}
      </section>
    </Stack>
  );
}
