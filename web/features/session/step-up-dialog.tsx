import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery, type Session } from '../../api/session';
import { proveWith } from '../../api/step-up';
import { ProofForm } from '../../ui/proof-form';

/** Stands ready on every page: asks for a proof when the server wants a recent one, then the act goes on by itself. */
export function StepUpDialog({ session }: { session: Session }) {
  const queries = useQueryClient();
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  useEffect(() => {
    let open: ((isProved: boolean) => void) | null = null;
    const stop = proveWith(
      () =>
        new Promise((resolve) => {
          open = resolve;
          setAnswer(() => resolve);
        }),
    );
    return () => {
      stop();
      open?.(false); // who waits for an answer is not left waiting by a dialog that is gone
    };
  }, []);
  const end = (isProved: boolean) => {
    answer?.(isProved);
    setAnswer(null);
  };
  return (
    <Modal
      opened={answer !== null}
      onClose={() => end(false)}
      title="Is it you?"
      centered
      zIndex={400}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text size="sm">This needs a proof of the last ten minutes that it is you who does it.</Text>
        <ProofForm
          ways={session.proofWays}
          confirm="Go on"
          onProved={(next) => {
            queries.setQueryData(sessionQuery.queryKey, next);
            end(true);
          }}
          onBack={() => end(false)}
        />
      </Stack>
    </Modal>
  );
}
