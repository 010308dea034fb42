import { Anchor, Button, Group, List, Text } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap, type Schemas } from '../../api/client';
import { formatMoney } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { StateBadge } from '../../ui/state-badge';
import { TextDialog } from '../../ui/text-dialog';
import { useGrantAct } from './use-grants';

type Expense = Schemas['ExpenseView'];

/** One claim, and for those who answer it the two buttons. */
export function ExpenseLine({ expense }: { expense: Expense }) {
  const [isDeclining, setDeclining] = useState(false);
  const act = useGrantAct(
    ({ verb, ...body }: { verb: Expense['available'][number]; reasons?: string }, headers) =>
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
        {expense.answer !== null && <Text size="sm">{expense.answer}</Text>}
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
      {act.isError && !isDeclining && <ProblemNote error={act.error} />}
      {isDeclining && (
        <TextDialog
          title="Decline this claim"
          lead="Whoever claimed it reads your reasons."
          confirm="Decline"
          color="red"
          isBusy={act.isPending}
          error={act.error}
          onConfirm={(reasons) => act.mutate({ verb: 'decline', reasons })}
          onClose={() => setDeclining(false)}
        />
      )}
    </List.Item>
  );
}
