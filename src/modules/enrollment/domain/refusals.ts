import type { RefusalRow } from '../../../kernel/refusal';

/** What can be wrong with forms, files, reviews, draws, invitations and leaving; the rest stands in the contract. */
export const SELECTION_REFUSALS = {
  too_late: {
    kind: 'conflict',
    says: 'Applications closed at `closedAt`. What you wrote stays in your draft; nobody reads it any more.',
  },
  not_eligible: {
    kind: 'conflict',
    says: 'The programme cannot take this application: `reasons` lists why. Nothing was sent; correct an answer if it is wrong.',
  },
  answers_invalid: {
    kind: 'invalid',
    says: 'Some answers do not fit the form: `faults` names each question and what it needs. Nothing was sent.',
  },
  application_fixed: {
    kind: 'conflict',
    says: 'A sent application stays as it was sent: everybody judges the same. Take it back first while the programme takes applications.',
  },
  changed_meanwhile: {
    kind: 'conflict',
    status: 412,
    says: 'This application was changed in another window; nothing was saved here. Load it again and save with its new `revision`.',
  },
  form_faulty: {
    kind: 'invalid',
    says: 'The form cannot be published yet: `faults` lists what is wrong with it.',
  },
  form_published_meanwhile: {
    kind: 'conflict',
    says: 'Somebody published version `version` of the form meanwhile; nothing of yours was published. Look at theirs and publish again with its number as `basedOn`.',
  },
  file_kind: {
    kind: 'invalid',
    says: 'This is none of the kinds of files that an application may hold, judged by its content: PDF, PNG, JPEG, WebP, MP4, WebM.',
  },
  file_too_large: {
    kind: 'invalid',
    status: 413,
    says: 'A file may have 50 MB. Nothing of it was kept; link to larger works instead.',
  },
  files_full: { kind: 'conflict', says: 'An application holds ten files. Remove one first.' },
  file_changed: {
    kind: 'conflict',
    says: 'This file is not the one that was handed in: its checksum differs. It is not delivered; tell the operator, who has a backup.',
  },
  rubric_missing: {
    kind: 'conflict',
    says: 'Nobody can score without criteria. Publish a form with a rubric first.',
  },
  panel_too_small: {
    kind: 'conflict',
    says: 'The panel needs at least `needed` people before applications are handed out.',
  },
  panel_fixed: {
    kind: 'conflict',
    says: 'This person has reviews here already. They can recuse themselves; taking them off would hide who judged.',
  },
  cannot_review: {
    kind: 'invalid',
    says: 'This person may not review: only reviewers, managers and administrators are on a panel.',
  },
  reviews_missing: {
    kind: 'conflict',
    says: 'Not all promised reviews are there: `completed` of `needed`. Only ineligible or incomplete applications are declined earlier.',
  },
  review_over: {
    kind: 'conflict',
    says: 'The application was decided or taken back meanwhile. This review stands as it is.',
  },
  scores_missing: {
    kind: 'invalid',
    says: 'Each criterion needs a whole score from 1 to 5; `missing` lists those without.',
  },
  not_by_draw: {
    kind: 'conflict',
    says: 'This programme does not select by a draw. Its published selection says how: `selection`.',
  },
  decided_otherwise: {
    kind: 'conflict',
    says: 'This programme selects by `selection`, as it published. Nobody is let in past it by hand; an invitation is another way.',
  },
  deadline_ahead: {
    kind: 'conflict',
    says: 'Applications are still taken until `closesAt`. The list closes after it, not before.',
  },
  invitation_spent: {
    kind: 'conflict',
    says: 'This invitation was used, withdrawn, or has expired. Ask whoever invited you for a new one; applying is open to everybody.',
  },
  invitation_not_yours: {
    kind: 'forbidden',
    says: 'This invitation is for another address. Sign in with the account of that address.',
  },
  invitations_full: {
    kind: 'conflict',
    says: 'There is no room for another invitation: `cap` is the limit, open ones count. Withdraw one or wait until one expires.',
  },
  in_already: {
    kind: 'conflict',
    says: 'You are in this programme already. Your enrollment shows where you stand.',
  },
  undo_over: {
    kind: 'conflict',
    says: 'The time to change your mind is over. Everything you earned and made is still yours; apply or be invited to come back.',
  },
  takeout_running: {
    kind: 'conflict',
    says: 'An export is being made. It is ready in a few minutes; you are told.',
  },
} as const satisfies Record<string, RefusalRow>;
