import { Anchor, Code, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, unwrap, type Schemas } from '../../api/client';
import { rateCardsQuery } from '../../api/programs';
import { EmptyState } from '../../ui/empty-state';
import { PageHeader } from '../../ui/page-header';
import { QueryView } from '../../ui/query-view';
import { lineName, lineValue, RateChanges } from '../../ui/rate-lines';
import { useFilters } from '../../ui/use-filters';

type Card = Schemas['RateCardVersionView'];
type Cards = Schemas['RateCardListView'];

const namesOf = ({ items }: Cards): Record<string, string> =>
  Object.fromEntries(items.map(({ item, says }) => [item, says]));

function Lines({
  card,
  names,
  lines,
}: {
  card: Card;
  names: Record<string, string>;
  lines: [string, number][];
}) {
  return (
    <Table maw={680} verticalSpacing={6}>
      <Table.Tbody>
        {lines.map(([line, value]) => (
          <Table.Tr key={line}>
            <Table.Th scope="row" fw={400}>
              {lineName(line, names)}
            </Table.Th>
            <Table.Td ta="right" className="figures">
              {lineValue(line, value, card.currency)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function CardView({ card, cards }: { card: Card; cards: Cards }) {
  const names = namesOf(cards);
  const { floors, ...rules } = card.rules;
  const promises: [string, number][] = [
    ...Object.entries(rules).map(([key, value]): [string, number] => [`rules.${key}`, value]),
    ...Object.entries(floors).map(([key, value]): [string, number] => [`rules.floors.${key}`, value]),
  ];
  const order = cards.items.map(({ item }) => item);
  const prices = Object.entries(card.items).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <Stack gap="lg">
      <section>
        <Title order={2} size="h4" mb="xs">
          Prices
        </Title>
        <Lines card={card} names={names} lines={prices} />
      </section>
      <section>
        <Title order={2} size="h4">
          Promises
        </Title>
        <Text size="sm" c="dimmed" mb="xs" maw={680}>
          When the median of all confirmed times makes less of an hour than the floor, everybody who did the
          task is topped up to it, by itself and once. What comes late earns for the wait.
        </Text>
        <Lines card={card} names={names} lines={promises} />
      </section>
      <Text size="sm" c="dimmed">
        Version {card.version}, in force from {card.effectiveAt.slice(0, 10)}; hash{' '}
        <Code>{card.hash.slice(0, 16)}</Code>.{' '}
        <Anchor href={`/api/v1/programs/${cards.slug}/rate-cards/${card.version}`}>As JSON</Anchor>
      </Text>
    </Stack>
  );
}

function Compared({ cards, card }: { cards: Cards; card: Card }) {
  const to = card.version;
  const changes = useQuery({
    queryKey: ['rate-card-changes', cards.programId, to],
    staleTime: Infinity,
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/programs/{id}/rate-card-changes', {
          params: { path: { id: cards.programId }, query: { to } },
        }),
      ),
  });
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        What changed from version {to - 1}
      </Title>
      <QueryView query={changes} rows={1}>
        {(found) => <RateChanges {...found} names={namesOf(cards)} />}
      </QueryView>
    </section>
  );
}

function RatesView({ cards }: { cards: Cards }) {
  const [{ version }, change] = useFilters(['version'] as const);
  const card = cards.cards.find((one) => String(one.version) === version) ?? cards.cards[0];
  return (
    <>
      <PageHeader
        title="Rate card"
        lead={`What ${cards.name} pays, and what it promises about it. Published versions never change; every earning names the one it was paid by.`}
        action={
          <Anchor
            renderRoot={(props) => (
              <Link to="/programs/$programId" params={{ programId: cards.slug }} {...props} />
            )}
          >
            The programme
          </Anchor>
        }
      />
      {card === undefined ? (
        <EmptyState title="Nothing is published yet">
          A programme opens only with a price for every kind of feedback.
        </EmptyState>
      ) : (
        <Stack gap="lg">
          <Group>
            <Select
              label="Version"
              allowDeselect={false}
              data={cards.cards.map((one) => ({
                value: String(one.version),
                label: `${one.version}, published ${one.publishedAt.slice(0, 10)}`,
              }))}
              value={String(card.version)}
              onChange={(next) => change({ version: next })}
            />
          </Group>
          <CardView card={card} cards={cards} />
          {card.version > 1 && <Compared cards={cards} card={card} />}
        </Stack>
      )}
    </>
  );
}

export function RatesPage() {
  const { programId = '' }: { programId?: string } = useParams({ strict: false });
  return (
    <QueryView query={useQuery(rateCardsQuery(programId))}>
      {(cards) => <RatesView cards={cards} />}
    </QueryView>
  );
}
