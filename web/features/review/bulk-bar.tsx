import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { BulkDialog } from './bulk-dialog';
import { MOST_AT_ONCE, type BulkInput } from './use-bulk';
import type { Submission } from './use-review';

/** What is chosen, and one verdict over it. */
export function BulkBar({ chosen, onClear }: { chosen: readonly Submission[]; onClear: () => void }) {
  const [verb, setVerb] = useState<BulkInput['verb'] | null>(null);
  if (chosen.length === 0) return null;
  const isTooMany = chosen.length > MOST_AT_ONCE;
  return (
    <Paper withBorder p="xs" mb="xs" role="region" aria-label="Chosen submissions">
      <Text size="sm" fw={600} mb={6} aria-live="polite">
        {chosen.length} chosen{isTooMany && `: at most ${MOST_AT_ONCE} at once`}
      </Text>
      <Group gap={6}>
        <Button size="compact-sm" disabled={isTooMany} onClick={() => setVerb('approve')}>
          Approve all
        </Button>
        <Button
          size="compact-sm"
          variant="light"
          disabled={isTooMany}
          onClick={() => setVerb('requestChanges')}
        >
          Request changes
        </Button>
        <Button
          size="compact-sm"
          variant="light"
          color="red"
          disabled={isTooMany}
          onClick={() => setVerb('decline')}
        >
          Decline
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
          None
        </Button>
      </Group>
      {verb !== null && (
        <BulkDialog
          verb={verb}
          chosen={chosen}
          onClose={(isDone) => {
            setVerb(null);
            if (isDone) onClear();
          }}
        />
      )}
    </Paper>
  );
}
