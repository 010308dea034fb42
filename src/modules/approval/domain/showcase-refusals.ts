import type { RefusalRow } from '../../../kernel/refusal';

/** What showcase and licences say no to. Part of `approvalRefusals`. */
export const SHOWCASE_REFUSALS = {
  use_unpriced: {
    kind: 'conflict',
    says: 'The rate card in force has no price for this use, so nobody can agree to it. Publish a card with the item first.',
  },
  price_changed: {
    kind: 'conflict',
    says: 'The price is not the one you saw: another rate card was published. Look at the new price, then agree to it or not.',
  },
  no_consent: {
    kind: 'conflict',
    says: 'The artist does not agree to this use of the work, or has taken that back. Choose another work or ask them.',
  },
  price_fell: {
    kind: 'conflict',
    says: 'The rate card now pays less than the artist agreed to. They have to agree to the new price first.',
  },
  licensed_already: {
    kind: 'conflict',
    says: 'A licence for this use of the work is running. It has to end before another is paid for.',
  },
  not_public: {
    kind: 'conflict',
    says: 'This work is not in public now: its artist took it out, or it was taken down. It cannot be licensed.',
  },
  nobody_consents: {
    kind: 'conflict',
    says: 'No artist below the cap agrees to be shown. Ask for consent, or cancel the round.',
  },
  round_times: {
    kind: 'invalid',
    says: 'A round begins in the future and lasts at most 93 days. Choose other times.',
  },
  round_over: {
    kind: 'conflict',
    says: 'The time of this round is over. Cancel it and plan another.',
  },
  licence_times: {
    kind: 'invalid',
    says: 'A licence ends in the future, at most two years ahead. Choose another end.',
  },
} as const satisfies Record<string, RefusalRow>;
