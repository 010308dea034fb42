import { Button, Group } from '@mantine/core';
import { api, unwrap } from '../../api/client';
import { ConfirmButton } from '../../ui/confirm-button';
import { ProblemNote } from '../../ui/problem-note';
import { useApplicationAct, type Application } from './use-applications';

type Verb = 'reopen' | 'withdraw';

/** What its author may do with an application that was sent. */
export function ApplicationMoves({ application }: { application: Application }) {
  const move = useApplicationAct((verb: Verb, headers) =>
    unwrap(
      api.POST('/api/v1/applications/{id}/{verb}', {
        params: { path: { id: application.id, verb } },
        headers,
        body: {},
      }),
    ),
  );
  const may = (verb: Verb) => application.available.includes(verb);
  return (
    <Group gap="xs">
      {may('reopen') && (
        <Button variant="default" loading={move.isPending} onClick={() => move.mutate('reopen')}>
          Take it back and write on
        </Button>
      )}
      {may('withdraw') && (
        <ConfirmButton
          label="Withdraw"
          title="Withdraw your application?"
          confirm="Withdraw it"
          isBusy={move.isPending}
          onConfirm={() => move.mutateAsync('withdraw')}
        >
          It is not read any further. While the programme takes applications you can write on.
        </ConfirmButton>
      )}
      {move.isError && <ProblemNote error={move.error} />}
    </Group>
  );
}
