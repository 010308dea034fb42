import { Badge, Button, Code, Group, Modal, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { termsQuery } from '../../api/programs';
import { When } from '../../ui/amounts';
import { Clauses } from '../../ui/clause-card';
import { EmptyState } from '../../ui/empty-state';
import { QueryView } from '../../ui/query-view';
import { versionsQuery } from './use-manage';

const KINDS = {
  terms: 'Terms',
  rate_card: 'Rate card',
  quota_plan: 'Quota plan',
  mark_policy: 'Mark policy',
  model_policy: 'Model policy',
  review_policy: 'Review policy',
  retention_policy: 'Retention policy',
} as const;

function TermsText({ programId, version }: { programId: string; version: number }) {
  return (
    <QueryView query={useQuery(termsQuery(programId, version))}>
      {({ clauses }) => <Clauses clauses={clauses} />}
    </QueryView>
  );
}

/** Everything that was ever published, newest first; nothing of it changes. */
export function VersionsList({ programId }: { programId: string }) {
  const versions = useQuery(versionsQuery(programId));
  const [read, setRead] = useState<number | null>(null);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        Published versions
      </Title>
      <QueryView query={versions}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing is published yet">
              Every version that you publish is kept here.
            </EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={520}>
              <Table verticalSpacing="xs">
                <Table.Tbody>
                  {items.map((line) => (
                    <Table.Tr key={line.id}>
                      <Table.Td>
                        <Group gap="xs">
                          {KINDS[line.kind]}, version {line.version}
                          {line.cohortId !== null && (
                            <Badge variant="default" styles={{ label: { textTransform: 'none' } }}>
                              for a cohort
                            </Badge>
                          )}
                          {new Date(line.effectiveAt) > new Date() && (
                            <Badge color="yellow" variant="dot" styles={{ label: { textTransform: 'none' } }}>
                              in force from {line.effectiveAt.slice(0, 10)}
                            </Badge>
                          )}
                          {line.isInForce && (
                            <Badge color="green" variant="dot" styles={{ label: { textTransform: 'none' } }}>
                              in force
                            </Badge>
                          )}
                        </Group>
                      </Table.Td>
                      <Table.Td>
                        <When at={line.publishedAt} />
                      </Table.Td>
                      <Table.Td>
                        <Code>{line.hash.slice(0, 12)}…</Code>
                      </Table.Td>
                      <Table.Td ta="right">
                        {line.kind === 'terms' && (
                          <Button size="compact-sm" variant="subtle" onClick={() => setRead(line.version)}>
                            Read
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryView>
      <Modal
        opened={read !== null}
        onClose={() => setRead(null)}
        size="lg"
        title={`Terms, version ${read ?? ''}`}
      >
        {read !== null && <TermsText programId={programId} version={read} />}
      </Modal>
    </section>
  );
}
