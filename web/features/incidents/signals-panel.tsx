import { Alert, Anchor, Group, Paper, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { QueryView } from '../../ui/query-view';
import { signalsQuery, useSignalMode, type Signal } from './use-incidents';

const MODES = [
  { value: 'enforce', label: 'enforce' },
  { value: 'observe', label: 'observe' },
  { value: 'off', label: 'off' },
];

function Counters({ signal }: { signal: Signal }) {
  const did = signal.throttled + signal.stopped;
  const would = signal.wouldHaveThrottled + signal.wouldHaveStopped;
  return (
    <Text size="sm" c="dimmed">
      In 30 days it slowed down {signal.throttled} and stopped {signal.stopped} {did === 1 ? 'key' : 'keys'}
      {would > 0 && (
        <>
          ; observed only, it <b>would have</b> slowed down {signal.wouldHaveThrottled} and stopped{' '}
          {signal.wouldHaveStopped}
        </>
      )}
      .
    </Text>
  );
}

function SignalRow({ signal }: { signal: Signal }) {
  const change = useSignalMode();
  const [mode, setMode] = useState<Signal['mode'] | null>(null);
  const [reason, setReason] = useState('');
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} maw={620}>
          <Text fw={600}>{signal.says}</Text>
          <Text size="sm">{signal.catches}</Text>
          {signal.silentBecause !== null && (
            <Alert color="yellow" variant="light" p="xs">
              {signal.silentBecause}
            </Alert>
          )}
          <Counters signal={signal} />
        </Stack>
        <SegmentedControl
          aria-label={`Mode of “${signal.says}”`}
          value={signal.mode}
          data={MODES}
          onChange={(value) => setMode(value as Signal['mode'])}
        />
      </Group>
      <FormDialog
        opened={mode !== null}
        title={`“${signal.says}”: ${mode ?? ''}`}
        confirm="Change it"
        isBusy={change.isPending}
        isReady={reason.trim().length >= 3}
        error={change.error}
        onConfirm={() =>
          mode !== null &&
          change.mutate({ name: signal.name, mode, reason }, { onSuccess: () => setMode(null) })
        }
        onClose={() => setMode(null)}
      >
        <Textarea
          label="Why"
          description="Kept in the audit log."
          autosize
          minRows={2}
          maxLength={500}
          withAsterisk
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </FormDialog>
    </Paper>
  );
}

/** What is watched about keys. Observing shows what a signal would do before it does it. */
export function SignalsPanel() {
  const signals = useQuery(signalsQuery);
  return (
    <QueryView query={signals} rows={6}>
      {({ items }) => (
        <Stack>
          <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
            {items.map((signal) => (
              <SignalRow key={signal.name} signal={signal} />
            ))}
          </Stack>
          <Text size="xs" c="dimmed">
            Who runs a network, and where it is, by data of{' '}
            <Anchor inherit underline="always" href="https://db-ip.com">
              DB-IP
            </Anchor>
            , routeviews.org and nro.net (CC BY 4.0).
          </Text>
        </Stack>
      )}
    </QueryView>
  );
}
