import {
  Alert,
  Badge,
  Button,
  Collapse,
  Group,
  NumberInput,
  Paper,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { When } from '../../ui/amounts';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { VerbButtons, type VerbLook } from '../../ui/verb-buttons';
import { historyQuery, useProviderActs, type Provider } from './use-operate';

const LOOKS: Record<string, VerbLook> = {
  resume: { label: 'Resume', variant: 'filled' },
  pause: { label: 'Pause', color: 'gray', variant: 'subtle' },
};

const CIRCUITS: Record<Provider['state'], { color: string; says: string }> = {
  closed: { color: 'green', says: 'in service' },
  probing: { color: 'blue', says: 'tried with one clip' },
  open: { color: 'yellow', says: 'left alone after failures' },
  paused: { color: 'red', says: 'paused' },
};

function Badges({ provider }: { provider: Provider }) {
  const { color, says } = CIRCUITS[provider.state];
  const dot = { variant: 'dot', styles: { label: { textTransform: 'none' } } } as const;
  return (
    <Group gap="xs">
      <Badge color={color} {...dot}>
        {says}
      </Badge>
      <Badge color={provider.ailment === null ? 'green' : 'red'} {...dot}>
        {provider.ailment === null ? 'self-test passed' : 'self-test failed'}
      </Badge>
      {provider.isDraining && (
        <Badge color="yellow" {...dot}>
          draining
        </Badge>
      )}
      {provider.isPinned && (
        <Badge color="blue" {...dot}>
          pinned
        </Badge>
      )}
    </Group>
  );
}

function Facts({ provider }: { provider: Provider }) {
  const { limits, places } = provider;
  return (
    <Text size="sm" c="dimmed">
      {provider.model} · pool {provider.pool}
      {places !== null && ` · ${provider.open} of ${places} places taken`}
      {provider.doubtful > 0 && ` · ${provider.doubtful} in doubt`} · {limits.minSeconds}–{limits.maxSeconds}{' '}
      s, up to {limits.maxWidth}×{limits.maxHeight} · honours {provider.honours.join(', ') || 'no wishes'}
    </Text>
  );
}

function Troubles({ provider }: { provider: Provider }) {
  const { advice, ailment, lastError, retryAt, holdUntil } = provider;
  return (
    <>
      {advice !== null && (
        <Alert color={provider.state === 'paused' ? 'red' : 'yellow'} title="What to do">
          {advice}
        </Alert>
      )}
      {ailment !== null && (
        <Alert color="red" title="The last self-test failed">
          {ailment}
        </Alert>
      )}
      {retryAt !== null && (
        <Text size="sm">
          Tried again <When at={retryAt} />.
        </Text>
      )}
      {holdUntil !== null && (
        <Text size="sm">
          It asked to be left alone until <When at={holdUntil} />.
        </Text>
      )}
      {lastError !== null && (
        <Text size="sm">
          Last error, <When at={lastError.at} />: {lastError.code}: {lastError.message}
        </Text>
      )}
    </>
  );
}

function Settings({ provider, set }: { provider: Provider; set: ReturnType<typeof useProviderActs>['set'] }) {
  return (
    <Group align="flex-end">
      <Switch
        label="Pinned"
        description="Clips go to pinned renderers only."
        checked={provider.isPinned}
        disabled={set.isPending}
        onChange={(event) => set.mutate({ isPinned: event.currentTarget.checked })}
      />
      <Switch
        label="Draining"
        description="Takes no new clips; what waits is still made."
        checked={provider.isDraining}
        disabled={set.isPending}
        onChange={(event) => set.mutate({ isDraining: event.currentTarget.checked })}
      />
      <NumberInput
        label={`Weight of ${provider.key}`}
        description="Above 1: preferred."
        key={provider.weight}
        defaultValue={provider.weight}
        min={0.1}
        max={100}
        step={0.5}
        w={180}
        onBlur={(event) => {
          const weight = Number(event.currentTarget.value);
          if (weight >= 0.1 && weight <= 100 && weight !== provider.weight) set.mutate({ weight });
        }}
      />
    </Group>
  );
}

function History({ provider }: { provider: Provider }) {
  return (
    <QueryView query={useQuery(historyQuery(provider.key))} rows={1}>
      {(moves) => (
        <Stack gap={2}>
          {moves.length === 0 && <Text size="sm">It has always been in service.</Text>}
          {moves.map((move) => (
            <Text size="sm" key={move.at}>
              <When at={move.at} />: {move.verb}, {move.from} → {move.to}, by {move.actorId}
              {move.reason !== null && ` (${move.reason})`}
            </Text>
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

/** One renderer: whether it serves us, what is wrong, what to do, and who gets how much. */
export function ProviderCard({ provider }: { provider: Provider }) {
  const { act, set } = useProviderActs(provider.key);
  const [isOpen, history] = useDisclosure();
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            {provider.key}
          </Title>
          <Badges provider={provider} />
        </Group>
        <Facts provider={provider} />
        <Troubles provider={provider} />
        <Settings provider={provider} set={set} />
        {(act.isError || set.isError) && <ProblemNote error={act.error ?? set.error} />}
        <Group>
          <VerbButtons
            available={provider.available}
            looks={LOOKS}
            isBusy={act.isPending}
            onAct={(verb) => act.mutate(verb)}
          />
          <Button variant="default" loading={act.isPending} onClick={() => act.mutate('test')}>
            Test it now
          </Button>
          <Button variant="subtle" color="gray" onClick={history.toggle} aria-expanded={isOpen}>
            History
          </Button>
        </Group>
        <Collapse expanded={isOpen}>{isOpen && <History provider={provider} />}</Collapse>
      </Stack>
    </Paper>
  );
}
