import type { Schemas } from '../api/client';

/** Why a submission is on hold, as artists and reviewers read it. */
export const HOLD_WORDS: Readonly<Record<Schemas['HoldView']['reason'], string>> = {
  advice: 'it waits for advice on how a rule is meant',
  language: 'it waits for somebody who knows its language',
  facts: 'it waits for a fact from somebody else',
  technical: 'its file does not play as it should',
};
