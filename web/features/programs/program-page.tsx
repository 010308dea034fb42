import { Anchor, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { programQuery } from '../../api/programs';
import { Clauses } from '../../ui/clause-card';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { ApplySection } from './apply-section';
import { QuotaFacts } from './quota-facts';
import { RateCard } from './rate-card';

const SECTIONS = [
  ['pay', 'What is paid'],
  ['quota', 'What can be made'],
  ['mark', 'How clips are marked'],
  ['stay', 'How long clips stay'],
  ['terms', 'The terms'],
  ['apply', 'Apply'],
] as const;

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm" id={id} aria-labelledby={`${id}-title`}>
      <Title order={2} size="h3" id={`${id}-title`}>
        {title}
      </Title>
      {children ?? <Text c="dimmed">Not published yet.</Text>}
    </Stack>
  );
}

function MarkFacts({ policy }: { policy: Schemas['MarkPolicyVersionView'] }) {
  return (
    <Stack gap={4}>
      <Text>
        {policy.isVisible ? (
          <>
            Every clip carries the words <q>{policy.text}</q> at the {policy.place.replace('_', ' ')}.
          </>
        ) : (
          'Clips carry no visible mark.'
        )}
      </Text>
      <Text>
        {policy.c2pa
          ? 'Every file carries a signed provenance record (C2PA), read back and checked before the clip is delivered.'
          : 'No signed provenance record (C2PA) is written into the file.'}
      </Text>
      {policy.c2pa && (
        <Text>
          {policy.trainingUse === 'allowed'
            ? 'It says that the clip may be used for training and data mining.'
            : 'It says that the clip may not be used for training or data mining.'}{' '}
          {policy.artistCredit
            ? 'Artists who want it are named in it; nobody else is.'
            : 'No artist is named in it.'}
        </Text>
      )}
    </Stack>
  );
}

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' });

function ProgramView({ program }: { program: Schemas['ProgramView'] }) {
  const { terms, rateCard, quotaPlan, markPolicy, retention } = program;
  return (
    <>
      <PageHeader
        title={program.name}
        lead={`Model ${program.model}, ${dayOf(program.startsAt)} to ${dayOf(program.endsAt)}, ${program.capacity} places`}
        action={<StateBadge state={program.state} />}
      />
      <Group component="nav" aria-label="On this page" mb="lg" gap="lg">
        {SECTIONS.map(([id, title]) => (
          <Anchor key={id} href={`#${id}`}>
            {title}
          </Anchor>
        ))}
      </Group>
      <Stack gap="xl" maw={860}>
        <Section id="pay" title="What is paid">
          {rateCard && (
            <>
              <RateCard card={rateCard} />
              <Anchor
                renderRoot={(props) => (
                  <Link to="/programs/$programId/rates" params={{ programId: program.slug }} {...props} />
                )}
              >
                The floor for an hour, terms of payment, and every version
              </Anchor>
            </>
          )}
        </Section>
        <Section id="quota" title="What can be made">
          {quotaPlan && <QuotaFacts plan={quotaPlan} />}
        </Section>
        <Section id="mark" title="How clips are marked">
          {markPolicy && <MarkFacts policy={markPolicy} />}
        </Section>
        <Section id="stay" title="How long clips stay">
          <Text>
            Keepers stay, and so does what is published or needed. A final that nobody keeps goes into the bin{' '}
            {retention.finalDays} days after it was made, a draft after {retention.draftDays}. Its artist is
            told {retention.warningDays} days before, and takes it back out of the bin for {retention.binDays}{' '}
            days more.
          </Text>
        </Section>
        <Section id="terms" title="The terms">
          {terms && (
            <>
              <Text c="dimmed" size="sm">
                Version {terms.version}, published {dayOf(terms.publishedAt)}. Published versions never
                change; hash <Code>{terms.hash.slice(0, 16)}</Code>
              </Text>
              <Group gap="md">
                <Anchor
                  renderRoot={(props) => (
                    <Link to="/programs/$programId/terms" params={{ programId: program.slug }} {...props} />
                  )}
                >
                  Versions, changes and downloads
                </Anchor>
                <Anchor
                  renderRoot={(props) => (
                    <Link
                      to="/programs/$programId/calendar"
                      params={{ programId: program.slug }}
                      {...props}
                    />
                  )}
                >
                  All dates
                </Anchor>
                <Anchor renderRoot={(props) => <Link to="/rulings" {...props} />}>Rulings on “May I?”</Anchor>
              </Group>
              <Clauses clauses={terms.clauses} />
            </>
          )}
        </Section>
        <ApplySection program={program} />
      </Stack>
    </>
  );
}

export function ProgramPage() {
  const { programId }: { programId: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(programQuery(programId))}>
      {(data) => <ProgramView program={data} />}
    </QueryView>
  );
}
