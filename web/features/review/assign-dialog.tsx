import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { sendByKeys } from './send-by-keys';
import { reviewersQuery, useAssign } from './use-assignment';
import type { Detail } from './use-review';

function Form({
  detail,
  choices,
  onDone,
}: {
  detail: Detail;
  choices: readonly Schemas['ReviewerChoice'][];
  onDone: () => void;
}) {
  const [reviewer, setReviewer] = useState<string | null>(null);
  const assign = useAssign(detail.id, onDone);
  const data = choices.map(({ id, name, mayBeAsked }) => ({
    value: id,
    label: mayBeAsked ? name : `${name} (cannot be asked here)`,
    disabled: !mayBeAsked,
  }));
  return (
    <form
      aria-label="Assign"
      onKeyDown={sendByKeys}
      onSubmit={(event) => {
        event.preventDefault();
        if (reviewer !== null && !assign.isPending) assign.mutate(reviewer);
      }}
    >
      <Stack>
        <Text size="sm">
          They find it under “For me”; nobody else is offered it. The deadline stays. Whoever has to do with
          the work, or passed it up themselves, cannot be asked.
        </Text>
        <Select
          label="Reviewer"
          searchable
          data={data}
          value={reviewer}
          onChange={setReviewer}
          nothingFoundMessage="Nobody of that name"
          data-autofocus
        />
        {assign.isError && <ProblemNote error={assign.error} />}
        <Group>
          <Button type="submit" disabled={reviewer === null} loading={assign.isPending}>
            Assign
          </Button>
          {detail.assigned !== null && (
            <Button variant="default" disabled={assign.isPending} onClick={() => assign.mutate(null)}>
              Give it back to everybody
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** A manager asks one reviewer. */
export function AssignDialog({
  detail,
  opened,
  onClose,
}: {
  detail: Detail;
  opened: boolean;
  onClose: () => void;
}) {
  const reviewers = useQuery({ ...reviewersQuery(detail.id), enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title="Assign to a reviewer" centered>
      <QueryView query={reviewers}>
        {({ items }) => <Form detail={detail} choices={items} onDone={onClose} />}
      </QueryView>
    </Modal>
  );
}
