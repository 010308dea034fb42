import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { PagedView } from '../../ui/paged-view';
import { oneOf, useFilters } from '../../ui/use-filters';
import { PrecedentCard } from './precedent-card';
import { numbersQuery, OUTCOMES, precedentsQuery, type Outcome } from './use-rulings';

const CHOICES = Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }));

/** Everything that was ruled on “May I?”, without names, for everybody. */
export function RulingsPage() {
  const [{ words, outcome, clause }, change] = useFilters(['words', 'outcome', 'clause'] as const);
  const [typed, setTyped] = useState(words ?? '');
  const chosen = oneOf(Object.keys(OUTCOMES) as Outcome[], outcome);
  const filter = {
    ...(words === undefined ? {} : { words }),
    ...(chosen === undefined ? {} : { outcome: chosen }),
    ...(clause !== undefined && /^[A-Z]{1,4}-[1-9]\d{0,2}$/.test(clause) ? { clauseId: clause } : {}),
  };
  const rulings = useInfiniteQuery(precedentsQuery(filter));
  const numbers = useQuery(numbersQuery).data;
  const clear = () => {
    setTyped('');
    change({ words: null, outcome: null, clause: null });
  };
  return (
    <>
      <PageHeader
        title="Rulings"
        lead="What artists asked before they did it, and what holds since. Each ruling is dated and binds the programme; names are left out."
      />
      <Stack maw={860}>
        <form
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            change({ words: typed.trim() === '' ? null : typed.trim() });
          }}
        >
          <Group align="flex-end">
            <TextInput
              label="Words"
              description="A word, a “phrase”, or, -without"
              maxLength={200}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Select
              label="Answer"
              clearable
              placeholder="All"
              data={CHOICES}
              value={chosen ?? null}
              onChange={(value) => change({ outcome: value })}
            />
            <TextInput
              label="Clause"
              placeholder="RU-3"
              value={clause ?? ''}
              onChange={(event) => change({ clause: event.currentTarget.value.toUpperCase() || null })}
            />
            <Button type="submit">Search</Button>
          </Group>
        </form>
        {numbers !== undefined && numbers.decided > 0 && (
          <Text size="sm" c="dimmed">
            {numbers.decided} answered, {numbers.inTime} by a person within two working days,{' '}
            {numbers.bySilence} by silence; {numbers.waiting} wait, {numbers.late} of them late.
          </Text>
        )}
        <PagedView
          query={rulings}
          empty={
            <EmptyState
              title="Nothing was ruled on this"
              action={
                <Button variant="light" onClick={clear}>
                  Show all rulings
                </Button>
              }
            >
              Artists can ask “May I?” and get an answer within two working days.
            </EmptyState>
          }
        >
          {(items) => (
            <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((ruling) => (
                <PrecedentCard key={ruling.id} ruling={ruling} />
              ))}
            </Stack>
          )}
        </PagedView>
      </Stack>
    </>
  );
}
