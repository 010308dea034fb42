import {
  Alert,
  Anchor,
  Button,
  Code,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { programQuery, termsQuery } from '../../api/programs';
import { Clauses } from '../../ui/clause-card';
import { ClauseChanges } from '../../ui/clause-changes';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { oneOf, useFilters } from '../../ui/use-filters';

const LOOKS = ['short', 'full', 'changes'] as const;
const WORDS = { short: 'In short', full: 'Every clause', changes: 'What changed' } as const;

const changesQuery = (id: string, to: number) =>
  queryOptions({
    queryKey: ['terms-changes', id, to],
    staleTime: Infinity,
    queryFn: () =>
      unwrap(api.GET('/api/v1/programs/{id}/terms-changes', { params: { path: { id }, query: { to } } })),
  });

const dayOf = (at: string): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'long' });

function Short({ clauses }: { clauses: readonly Schemas['ClauseView'][] }) {
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {clauses.map((clause) => (
        <Text key={clause.id} component="li">
          {clause.summary}{' '}
          <Text span c="dimmed" size="sm">
            ({clause.id}
            {clause.endsAt !== null && `, until ${dayOf(clause.endsAt)}`})
          </Text>
        </Text>
      ))}
    </Stack>
  );
}

function Reading({ program, version }: { program: Schemas['ProgramView']; version: number }) {
  const [{ look: given }, change] = useFilters(['look'] as const);
  const look = oneOf(LOOKS, given) ?? 'short';
  const terms = useQuery(termsQuery(program.id, version));
  const changes = useQuery({ ...changesQuery(program.id, version), enabled: look === 'changes' });
  return (
    <QueryView query={terms}>
      {({ clauses, hash, publishedAt, effectiveAt, isMaterial }) => (
        <Stack>
          <Text c="dimmed" size="sm">
            Published {dayOf(publishedAt)}, in force from {dayOf(effectiveAt)}.{' '}
            {version > 1 &&
              (isMaterial
                ? 'Artists are asked to accept it.'
                : 'A correction: it binds to nothing new.')}{' '}
            A published version never changes; hash <Code>{hash.slice(0, 16)}</Code>
          </Text>
          <SegmentedControl
            aria-label="How to read"
            data={LOOKS.map((value) => ({ value, label: WORDS[value] }))}
            value={look}
            onChange={(value) => change({ look: value })}
          />
          {look === 'short' && <Short clauses={clauses} />}
          {look === 'full' && <Clauses clauses={clauses} />}
          {look === 'changes' && (
            <QueryView query={changes}>{(data) => <ClauseChanges changes={data.clauses} />}</QueryView>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

function Terms({ program }: { program: Schemas['ProgramView'] }) {
  const newest = program.announcedTerms?.version ?? program.terms?.version ?? 0;
  const [{ version: given }, change] = useFilters(['version'] as const);
  const asked = Number(given ?? program.terms?.version ?? newest);
  const version = asked >= 1 && asked <= newest ? asked : newest;
  const file = (format: string) => `/api/v1/programs/${program.id}/terms/${version}/${format}`;
  if (newest === 0)
    return (
      <EmptyState title="Not published yet">
        The programme does not open before its terms are published.
      </EmptyState>
    );
  return (
    <Stack maw={860}>
      {program.announcedTerms !== null && (
        <Alert variant="light" title={`Version ${program.announcedTerms.version} is announced`}>
          It is in force from {dayOf(program.announcedTerms.effectiveAt)}; until then, and for everybody who
          has not accepted it, the version before governs.
        </Alert>
      )}
      <Group align="flex-end" justify="space-between">
        <Select
          label="Version"
          allowDeselect={false}
          data={Array.from({ length: newest }, (_, index) => String(newest - index)).map((value) => ({
            value,
            label: `Version ${value}${Number(value) === program.terms?.version ? ' (in force)' : ''}`,
          }))}
          value={String(version)}
          onChange={(value) => change({ version: value })}
        />
        <Group gap="xs">
          <Button variant="default" component="a" href={file('pdf')}>
            PDF
          </Button>
          <Button variant="default" component="a" href={file('md')}>
            Markdown
          </Button>
        </Group>
      </Group>
      <Title order={2} size="h3">
        Terms, version {version}
      </Title>
      <Reading program={program} version={version} />
    </Stack>
  );
}

export function TermsPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(programQuery(programId))}>
      {(program) => (
        <>
          <PageHeader
            title={`Terms of ${program.name}`}
            lead={
              <>
                What artists may do, may not, and until when.{' '}
                <Anchor
                  inherit
                  renderRoot={(props) => (
                    <Link to="/programs/$programId" params={{ programId: program.slug }} {...props} />
                  )}
                >
                  Back to the programme
                </Anchor>
              </>
            }
          />
          <Terms program={program} />
        </>
      )}
    </QueryView>
  );
}
