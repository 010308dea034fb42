import { List } from '@mantine/core';
import type { Schemas } from '../api/client';

type Reason = Schemas['DeclineReasonView'];

/** Why somebody may be declined; the list is closed. */
export const DECLINE_GROUNDS: Record<Reason['code'], string> = {
  capacity: 'No seat is left',
  fit: 'It does not fit what is tested',
  portfolio: 'The works shown',
  eligibility: 'Not eligible',
  incomplete: 'The application is incomplete',
  terms: 'The terms',
};

/** The ground of each reason, and what was written with it. */
export function DeclineReasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <List size="sm">
      {reasons.map(({ code, text }) => (
        <List.Item key={code + text}>
          {DECLINE_GROUNDS[code]}: <span>{text}</span>
        </List.Item>
      ))}
    </List>
  );
}
