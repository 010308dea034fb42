import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { DeclineExpense, EXPENSE_REASONS, type ExpenseReason } from './decline-expense';
import { useGrantAct } from './use-grants';

type Expense = Schemas['ExpenseView'];
type Answer = Schemas['ExpenseAnswer'] & { verb: Expense['available'][number] };

/** One claim: for those who answer it the two buttons, for who made it the way to its reasons. */
export function ExpenseLine({ expense, isMine }: { expense: Expense; isMine: boolean }) {
  const [isDeclining, setDeclining] = useState(false);
  const act = useGrantAct(
    ({ verb, ...body }: Answer, headers) =>
      unwrap(
        api.POST('/api/v1/expenses/{id}/{verb}', {
          params: { path: { id: expense.id, verb } },
          headers,
          body,
        }),
      ),
    () => setDeclining(false),
  );
  return (
    <List.Item>
      <Group gap="xs">
        <Text span size="sm">
          {expense.what}, {formatMoney(expense.amount)}
        </Text>
        {expense.receipt !== '' && (
          <Anchor size="sm" href={expense.receipt} target="_blank" rel="noreferrer noopener">
            Receipt
          </Anchor>
        )}
        <StateBadge state={expense.state} />
        {expense.isLookedAt === true && (
          <Text size="sm" c="dimmed">
            Declined; somebody outside of the line takes a second look first.
          </Text>
        )}
        {expense.available.includes('approve') && (
          <Button size="compact-sm" loading={act.isPending} onClick={() => act.mutate({ verb: 'approve' })}>
            Approve
          </Button>
        )}
        {expense.available.includes('decline') && (
          <Button size="compact-sm" variant="light" color="red" onClick={() => setDeclining(true)}>
            Decline
          </Button>
        )}
      </Group>
      {expense.state === 'declined' && expense.reason !== null && (
        <Text size="sm">
          {EXPENSE_REASONS[expense.reason]} {expense.answer}{' '}
          {isMine && (
            <Anchor renderRoot={(props) => <Link to="/studio/decisions" {...props} />}>
              Reasons and appeal
            </Anchor>
          )}
        </Text>
      )}
      {act.isError && !isDeclining && <ProblemNote error={act.error} />}
      {isDeclining && (
        <DeclineExpense
          what={expense.what}
          isBusy={act.isPending}
          error={act.error}
          onDecline={(reason: ExpenseReason, reasons: string) =>
            act.mutate({ verb: 'decline', reason, reasons })
          }
          onClose={() => setDeclining(false)}
        />
      )}
    </List.Item>
  );
}
