import { Anchor, Badge, Code, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Money } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import type { Schemas } from '../../api/client';
import type { Column, Row } from './use-readings';

/** What a cell leads to: another page, or another reading with its filters. */
interface Way {
  readonly to: string;
  readonly search?: Record<string, string>;
}

const WAYS: Readonly<Record<NonNullable<Column['opens']>, (id: string) => Way>> = {
  batch: (id) => ({ to: `/finance/batches/${id}` }),
  payout: (id) => ({ to: '/finance/payouts', search: { payout: id } }),
  earning: (id) => ({ to: '/finance/readings', search: { reading: 'earnings', earningId: id } }),
  // Every entry of an earning has its id in the reference.
  postings: (id) => ({
    to: '/finance/readings',
    search: { reading: 'postings', reference: `earning:${id}` },
  }),
  person: (id) => ({ to: '/finance/readings', search: { reading: 'earnings', personId: id } }),
  call: (id) => ({ to: '/finance/readings', search: { reading: 'tranches', callId: id } }),
  program: (id) => ({ to: '/finance/readings', search: { reading: 'earnings', programId: id } }),
};

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const number = new Intl.NumberFormat('en');

/** The text of a cell; cells that are no money are text, numbers or flags. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

function plain({ type, unit }: Column, value: unknown): ReactNode {
  if (value === null || value === undefined) return '–';
  if (type === 'money') return <Money value={value as Schemas['MoneyView']} />;
  const text = textOf(value);
  if (type === 'state') return <StateBadge state={text} />;
  if (type === 'flag') return value === true ? <Badge color="red">yes</Badge> : 'no';
  if (type === 'time') {
    return (
      <time dateTime={text} title={text}>
        {day.format(new Date(text))}
      </time>
    );
  }
  if (type === 'id') return <Code>{text.slice(-8)}</Code>;
  if (type === 'count' && unit !== 'year') return number.format(Number(value));
  return text.replaceAll('_', ' ');
}

export const isFigure = ({ type }: Column): boolean => ['money', 'count', 'number'].includes(type);

/** One cell, a link where it leads somewhere. */
export function ReadingCell({ column, row }: { column: Column; row: Row }) {
  const shown = plain(column, row[column.key]);
  const id = row[column.opensBy];
  if (column.opens === null || typeof id !== 'string' || id === '') {
    return (
      <Text span inherit style={{ overflowWrap: 'anywhere' }}>
        {shown}
      </Text>
    );
  }
  const way = WAYS[column.opens](id);
  return (
    <Anchor
      inherit
      renderRoot={(props) => (
        <Link to={way.to} search={() => way.search ?? {}} {...props}>
          {shown}
        </Link>
      )}
    />
  );
}
