import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { DONE } from './step-words';
import { useStep, type Detail, type Step } from './use-review';

export type OnStaged = (detail: Detail, words: string) => void;
type Panel = 'facts' | 'firstNo' | 'requestChanges' | 'escalate' | 'decline' | 'takeDown';

const isPanel = (verb: Step): verb is Exclude<Panel, 'facts' | 'firstNo'> =>
  ['requestChanges', 'escalate', 'decline', 'takeDown'].includes(verb);

/** What a reviewer does with the submission that is open: a step at once, or the form that the step needs. */
export function useWork(detail: Detail, onStaged: OnStaged, onDecided: () => void) {
  const [panel, setPanel] = useState<Panel>('facts');
  const step = useStep(detail.id, (verb, answer) => {
    const words = DONE[verb];
    if (answer.staged !== null) onStaged(answer, words ?? verb);
    else if (words !== undefined) notifications.show({ message: `${detail.title}: ${words}` });
    if (verb === 'claim') return;
    setPanel('facts');
    onDecided();
  });
  const has = (verb: Step) => detail.available.includes(verb);
  /** The server offers decisions only to who has claimed it: a key claims first. */
  const isMine = detail.claim?.isMine === true;
  const mustClaim = (verb: Step) =>
    !isMine && !has(verb) && has('claim') && verb !== 'takeDown' && verb !== 'claim';
  const needsTwo = has('escalate') && !has('decline');
  const begin = (verb: Step) => {
    if (step.isPending) return;
    if (verb === 'decline' && needsTwo) {
      setPanel('firstNo');
      return;
    }
    if (!has(verb) && !mustClaim(verb)) {
      notifications.show({ color: 'yellow', message: 'This step is not open to you here now.' });
      return;
    }
    step.reset();
    if (!isPanel(verb)) {
      step.mutate({ verb, claimFirst: mustClaim(verb) });
      return;
    }
    if (mustClaim(verb)) step.mutate({ verb: 'claim' });
    setPanel(verb);
  };
  // A form whose step turns out not to be open (a no that needs a second person) gives way to the facts.
  const isOpen =
    panel === 'facts' || (panel === 'firstNo' ? needsTwo : has(panel) || mustClaim(panel)) || step.isPending;
  return { panel: isOpen ? panel : ('facts' as const), setPanel, step, has, mustClaim, needsTwo, begin };
}
