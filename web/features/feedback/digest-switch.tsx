import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { ProblemNote } from '../../ui/problem-note';

const KEY = ['feedback-digest'] as const;

/** The weekly letter, on or off. */
export function DigestSwitch() {
  const queries = useQueryClient();
  const digest = useQuery({ queryKey: KEY, queryFn: () => unwrap(api.GET('/api/v1/feedback-digest')) });
  const set = useMutation({
    mutationFn: (isOff: boolean) => unwrap(api.PUT('/api/v1/feedback-digest', { body: { isOff } })),
    onSuccess: (next) => queries.setQueryData(KEY, next),
  });
  if (digest.data === undefined) return null;
  return (
    <>
      <Switch
        label="A letter on Monday when something moved"
        checked={!digest.data.isOff}
        disabled={set.isPending}
        onChange={(event) => set.mutate(!event.currentTarget.checked)}
      />
      {set.isError && <ProblemNote error={set.error} />}
    </>
  );
}
