import { QueryView } from '../../ui/query-view';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { submissionQuery } from '../../api/submissions';
import type { ClipControls } from '../../ui/clip-controls';
import { NoteForm } from './note-form';
import { ReasonsForm } from './reasons-form';
import type { BulkInput } from './use-bulk';
import type { Submission } from './use-review';

export type Words = Pick<BulkInput, 'note' | 'statement'>;

/** What every artist of a batch reads: the note, or the whole reasons with the clause of the first one's terms. */
export function BulkWords({
  verb,
  first,
  onBack,
  onGive,
}: {
  verb: BulkInput['verb'];
  first: Submission | undefined;
  onBack: () => void;
  onGive: (words: Words) => void;
}) {
  const player = useRef<ClipControls>(null);
  const detail = useQuery({ ...submissionQuery(first?.id ?? ''), enabled: verb === 'decline' });
  const form = { isBusy: false, error: null, onBack };
  if (verb !== 'decline')
    return (
      <NoteForm
        title="Request changes"
        lead="Each artist reads the same words; their clocks stop until they hand in again."
        label="What to change, for the artists"
        confirm="See what comes of it"
        {...form}
        onSend={(note) => onGive({ note })}
      />
    );
  return (
    <QueryView query={detail}>
      {(found) => (
        <ReasonsForm
          detail={found}
          player={player}
          title="Decline with the same reasons"
          confirm="See what comes of it"
          {...form}
          onSend={(statement) => onGive({ statement })}
        />
      )}
    </QueryView>
  );
}
