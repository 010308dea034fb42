import type { ProgramState } from '../contract';

/** Everything that happens in a programme and that its state decides about. */
export const ACTIVITIES = {
  prepare: 'Change name, model, dates, seats, addresses and cohorts freely',
  publish: 'Publish the next version of a document',
  extend: 'Add seats, and move the end and the deadlines to later',
  apply: 'Take applications',
  admit: 'Invite artists, and form cohorts',
  generate: 'Make clips',
  share: 'Offer clips for sharing; what was offered is decided in any state',
  feedback:
    'File feedback and take tasks; harm and rights are reported, and what was filed is answered, in any state',
  ask: 'Ask “May I?”, and rule',
  pay: 'Pay what was earned',
} as const;
export type Activity = keyof typeof ACTIVITIES;

/** What each state allows. Money, appeals, exports and rulings outlive the programme: nobody loses those with it. */
export const STATE_ALLOWS = {
  draft: ['prepare', 'publish'],
  open: ['publish', 'extend', 'apply', 'admit', 'generate', 'share', 'feedback', 'ask', 'pay'],
  running: ['publish', 'extend', 'apply', 'admit', 'generate', 'share', 'feedback', 'ask', 'pay'],
  closing: ['publish', 'share', 'feedback', 'ask', 'pay'],
  closed: ['ask', 'pay'],
} as const satisfies Record<ProgramState, readonly Activity[]>;

export function allows(state: ProgramState, activity: Activity): boolean {
  const list: readonly Activity[] = STATE_ALLOWS[state];
  return list.includes(activity);
}
