import { Alert, Anchor, Button, Group, SegmentedControl, Select, Stack, Switch, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { termsQuery } from '../../api/programs';
import { ClauseChanges } from '../../ui/clause-changes';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { firstClauses } from './clause-fields';
import { ClauseList, JsonField } from './clause-list';
import { asBodies, cleaned } from './terms-draft';
import { TermsLint } from './terms-lint';
import { usePublish, type Clause, type Program } from './use-manage';
import { draftsQuery, useLint, useSaveDraft, type Draft } from './use-plan';

/** The next version of the terms, from a draft or an earlier version, with what is wrong and what changes beside it. */
export function TermsEditor({ program, onDone }: { program: Program; onDone: (version: number) => void }) {
  const drafts = useQuery(draftsQuery(program.id));
  return (
    <QueryView query={drafts}>
      {({ items }) => (
        <Editor
          program={program}
          saved={items.find(({ kind }) => kind === 'terms') ?? null}
          onDone={onDone}
        />
      )}
    </QueryView>
  );
}

const clausesOf = (draft: Draft): Clause[] => (draft.content as { clauses?: Clause[] }).clauses ?? [];

function Editor({
  program,
  saved,
  onDone,
}: {
  program: Program;
  saved: Draft | null;
  onDone: (version: number) => void;
}) {
  const queries = useQueryClient();
  const newest = program.announcedTerms ?? program.terms;
  const last = newest?.version ?? 0;
  const [start, setStart] = useState(saved === null ? String(last) : 'draft');
  const [basedOn, setBasedOn] = useState(saved?.basedOn ?? last);
  const [look, setLook] = useState('form');
  const [clauses, setClauses] = useState<Clause[]>(() => {
    if (saved !== null) return clausesOf(saved);
    return newest === null ? firstClauses() : asBodies(newest.clauses);
  });
  const [isCorrection, setCorrection] = useState(false);
  const publish = usePublish(program.id, onDone);
  const save = useSaveDraft(program.id, 'terms');
  const [settled] = useDebouncedValue(clauses, 500);
  const { data: lint } = useLint(program.id, cleaned(settled));
  const startFrom = async (version: string | null) => {
    if (version === null) return;
    if (version === 'draft' && saved !== null) setClauses(clausesOf(saved));
    else {
      const terms = await queries.fetchQuery(termsQuery(program.id, Number(version)));
      setClauses(asBodies(terms.clauses));
    }
    setBasedOn(last);
    setStart(version);
    publish.reset();
  };
  const keep = () =>
    save.mutate(
      { etag: saved?.etag ?? null, basedOn, content: { clauses: cleaned(clauses) } },
      { onSuccess: () => notifications.show({ message: 'Draft saved. Nobody is bound by it.' }) },
    );
  const versions = Array.from({ length: last }, (_, index) => String(last - index));
  const starts = [
    ...(saved === null ? [] : [{ value: 'draft', label: `Draft of ${saved.savedBy}` }]),
    ...versions.map((value) => ({ value, label: `Version ${value}` })),
  ];
  return (
    <form
      aria-label="Next version of the terms"
      onSubmit={(event) => {
        event.preventDefault();
        const material = isCorrection ? { isMaterial: false } : {};
        publish.mutate({ kind: 'terms', body: { clauses: cleaned(clauses), basedOn, ...material } });
      }}
    >
      <Stack>
        {saved?.isOutdated === true && (
          <Alert color="yellow" variant="light" title="Somebody published a newer version since">
            This draft was begun from version {saved.basedOn}. Compare under Changes, take over what is
            missing, then{' '}
            <Anchor component="button" type="button" onClick={() => setBasedOn(last)}>
              go on from version {last}
            </Anchor>
            .
          </Alert>
        )}
        <Group align="flex-end" justify="space-between">
          {starts.length > 0 && (
            <Select
              label="Start from"
              allowDeselect={false}
              data={starts}
              value={start}
              onChange={(version) => void startFrom(version)}
            />
          )}
          <SegmentedControl
            aria-label="How to edit"
            data={[
              { value: 'form', label: 'Form' },
              { value: 'json', label: 'JSON' },
              ...(last > 0 ? [{ value: 'changes', label: 'Changes' }] : []),
            ]}
            value={look}
            onChange={setLook}
          />
        </Group>
        {look === 'form' && (
          <ClauseList key={start} clauses={clauses} error={publish.error} onChange={setClauses} />
        )}
        {look === 'json' && <JsonField key={start} clauses={clauses} onChange={setClauses} />}
        {look === 'changes' && lint !== undefined && <ClauseChanges changes={lint.changes} />}
        {lint !== undefined && <TermsLint lint={lint} />}
        {last > 0 && lint !== undefined && (
          <Switch
            label="A correction: nothing that binds changes, artists are not asked again"
            disabled={lint.material.length > 0}
            checked={isCorrection && lint.material.length === 0}
            onChange={(event) => setCorrection(event.currentTarget.checked)}
          />
        )}
        <Text size="sm">
          {last === 0
            ? 'Artists read every clause and accept them before they begin. A published version never changes: what you change later is another version, with notice.'
            : 'A published version never changes. A material one is in force 14 days later at the earliest; artists read it and accept it, or leave with all they have earned. Until they do, the one before governs them.'}
        </Text>
        {publish.isError && <ProblemNote error={publish.error} />}
        {save.isError && <ProblemNote error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" loading={save.isPending} disabled={clauses.length === 0} onClick={keep}>
            Save the draft
          </Button>
          <Button type="submit" loading={publish.isPending} disabled={clauses.length === 0}>
            Publish version {last + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
