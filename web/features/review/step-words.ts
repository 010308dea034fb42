import type { Step } from './use-review';

/** What is said when a step is done. */
export const DONE: Partial<Record<Step, string>> = {
  approve: 'Approved.',
  requestChanges: 'Sent back with your note.',
  decline: 'Declined, with reasons.',
  escalate: 'Escalated: somebody else looks next.',
  takeDown: 'Taken down, with reasons.',
  release: 'Back in the queue.',
};

/** Steps that need a sentence. */
export const NOTES = {
  requestChanges: {
    title: 'Request changes',
    lead: 'The clock stops until the artist hands it in again.',
    label: 'What to change, for the artist',
    confirm: 'Send back',
  },
  escalate: {
    title: 'Escalate',
    lead: 'A second person decides. The artist does not see this note.',
    label: 'Why a second person should look',
    confirm: 'Escalate',
  },
} as const;

/** Verbs with a button, in the order of the row; those with a key are also in the help dialog. */
export const BUTTONS: readonly {
  verb: Step;
  key: string;
  label: string;
  color?: string;
  isMain?: boolean;
}[] = [
  { verb: 'approve', key: '1', label: 'Approve', isMain: true },
  { verb: 'requestChanges', key: '2', label: 'Request changes' },
  { verb: 'decline', key: '3', label: 'Decline', color: 'red' },
  { verb: 'takeDown', key: '3', label: 'Take down', color: 'red' },
  { verb: 'escalate', key: '4', label: 'Escalate', color: 'gray' },
  { verb: 'claim', key: 'C', label: 'Claim', isMain: true },
  { verb: 'release', key: '', label: 'Give back', color: 'gray' },
];
