import { Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { stylesQuery } from '../../api/styles';
import { ConfirmButton } from '../../ui/confirm-button';
import { PageHeader } from '../../ui/page-header';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { StateBadge } from '../../ui/state-badge';
import { StyleForm } from './style-form';

type Version = Schemas['StyleVersionView'];

const versionsQuery = queryOptions({
  queryKey: ['style-versions'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/styles/versions'))).items,
});

function useAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'publish' | 'retire') =>
      verb === 'publish'
        ? unwrap(api.POST('/api/v1/styles/{id}/publish', { params: { path: { id } } }))
        : unwrap(api.POST('/api/v1/styles/{id}/retire', { params: { path: { id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: versionsQuery.queryKey });
      await queries.invalidateQueries({ queryKey: stylesQuery.queryKey });
    },
  });
}

function VersionCard({ style, onEdit }: { style: Version; onEdit: () => void }) {
  const act = useAct(style.id);
  const may = (verb: string): boolean => style.available.includes(verb);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {style.name} <Code>{style.key}</Code> version {style.version}
          </Title>
          <StateBadge state={style.state} />
        </Group>
        <Text size="sm">{style.description}</Text>
        <Code block tabIndex={0} aria-label={`How ${style.name} is said`}>
          {JSON.stringify(style.looks, null, 2)}
        </Code>
        {act.isError && <ProblemNote error={act.error} />}
        <Group>
          {may('publish') && (
            <Button loading={act.isPending} onClick={() => act.mutate('publish')}>
              Publish
            </Button>
          )}
          <Button variant="default" onClick={onEdit}>
            {may('change') ? 'Change' : 'Next version'}
          </Button>
          {may('retire') && (
            <ConfirmButton
              label="Retire"
              title={`Retire ${style.name}, version ${style.version}`}
              confirm="Retire it"
              isBusy={act.isPending}
              error={act.error}
              onConfirm={() => act.mutateAsync('retire')}
            >
              Nobody can ask for this version any more. Clips that were made with it keep it.
            </ConfirmButton>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

/** For managers: every version of every style. */
export function ManageStylesPage() {
  const [edited, setEdited] = useState<{ readonly from: Version | null } | null>(null);
  return (
    <>
      <PageHeader
        title="Styles"
        lead="What artists may ask for by name, and how it is said to each renderer."
        action={<Button onClick={() => setEdited({ from: null })}>New style</Button>}
      />
      {edited !== null && (
        <StyleForm key={edited.from?.id ?? 'new'} from={edited.from} opened onClose={() => setEdited(null)} />
      )}
      <QueryView query={useQuery(versionsQuery)}>
        {(styles) => (
          <Stack>
            {styles.map((style) => (
              <VersionCard key={style.id} style={style} onEdit={() => setEdited({ from: style })} />
            ))}
          </Stack>
        )}
      </QueryView>
    </>
  );
}
