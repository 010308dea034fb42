import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { programChoicesQuery } from '../../api/programs';
import { When } from '../../ui/amounts';
import { ConfirmButton } from '../../ui/confirm-button';
import { QueryView } from '../../ui/query-view';
import { Countdown } from './countdown';
import { PauseForm } from './pause-form';
import { pausesQuery, usePauseAct, type Pause } from './use-incidents';

function Current({ pause, program }: { pause: Pause; program: string }) {
  const act = usePauseAct();
  const may = (verb: string) => pause.available.includes(verb);
  return (
    <Alert
      color={pause.state === 'active' ? 'red' : 'yellow'}
      title={
        pause.isInForce
          ? `${program} is paused`
          : pause.state === 'active'
            ? `${program}: the pause goes on`
            : `A pause of ${program} is proposed`
      }
    >
      <Stack gap="sm">
        <Text size="sm">{pause.reason}</Text>
        {pause.isInForce && pause.endsAt !== null && (
          <Text size="sm">
            It ends by itself in <Countdown until={pause.endsAt} />.
          </Text>
        )}
        {pause.state === 'proposed' && (
          <Text size="sm">
            {may('confirm')
              ? `Confirm it only if you would propose it yourself: nobody could generate for ${pause.minutes} minutes.`
              : 'Another manager has to confirm it within half an hour.'}
          </Text>
        )}
        <Group>
          {may('confirm') && (
            <ConfirmButton
              label="Confirm"
              variant="filled"
              title="Pause everybody?"
              confirm="Pause"
              isBusy={act.isPending}
              error={act.error}
              onConfirm={() => act.mutateAsync({ id: pause.id, verb: 'confirm' })}
            >
              Nothing new starts for anybody. What runs is finished, what waits keeps its place, what artists
              must do by a date is due so much later, credits are made good. Pay, reviews and the portal go
              on. It is public.
            </ConfirmButton>
          )}
          {may('withdraw') && (
            <Button
              variant="default"
              loading={act.isPending}
              onClick={() => act.mutate({ id: pause.id, verb: 'withdraw' })}
            >
              Withdraw
            </Button>
          )}
          {may('end') && (
            <Button loading={act.isPending} onClick={() => act.mutate({ id: pause.id, verb: 'end' })}>
              End it now
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

/** Pausing a whole programme, by two. */
export function PausePanel() {
  const pauses = useQuery(pausesQuery());
  const programs = useQuery(programChoicesQuery);
  return (
    <QueryView query={programs}>
      {(items) => {
        const names = items.map(({ id, name }) => ({ value: id, label: name }));
        const goingOn = new Set(
          items.filter(({ state }) => !['draft', 'closed'].includes(state)).map(({ id }) => id),
        );
        const open = (pauses.data?.items ?? []).filter(
          ({ state }) => state === 'proposed' || state === 'active',
        );
        return (
          <Stack maw={720}>
            {open.map((pause) => (
              <Current
                key={pause.id}
                pause={pause}
                program={names.find(({ value }) => value === pause.programId)?.label ?? pause.programId}
              />
            ))}
            <PauseForm
              programs={names.filter(({ value }) => goingOn.has(value))}
              isRenewal={open.some(({ isInForce }) => isInForce)}
            />
            {open.some(({ startsAt }) => startsAt !== null && new Date(startsAt) > new Date()) && (
              <Text size="sm">
                A renewal begins{' '}
                <When
                  at={open.find(({ isInForce, startsAt }) => !isInForce && startsAt !== null)?.startsAt ?? ''}
                />
                .
              </Text>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}
