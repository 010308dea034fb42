import type { Role } from '../../../kernel/actor';

/** What a restriction takes away, in the words of Art. 17 of the Digital Services Act; `admission` is outside of it. */
export type Restriction = 'visibility' | 'monetary' | 'provision' | 'account' | 'admission';

export interface KindRow {
  /** What follows for the artist, in a sentence. */
  readonly says: string;
  readonly restricts: Restriction;
  /** Code of the transparency database; `null`: it has none for this, and the export leaves it out and says so. */
  readonly code: string | null;
  /** What is concerned, for the export: a clip, text, or nothing that is content. */
  readonly content: 'video' | 'text' | 'none';
  /** It ends by itself, so that the statement must say when. */
  readonly hasEnd: boolean;
  /**
   * Where an act comes soon after a protected one: `before` waits for the second look, `after` takes effect at once,
   * because others would be harmed meanwhile, and is looked at afterwards. `never`: nobody of the programme decided.
   */
  readonly look: 'before' | 'after' | 'never';
  /** Roles that may hear an appeal; never the person who took part. */
  readonly heardBy: readonly Role[];
  /** Whether the appeal is filed where the decision is shown, beside the clip, and heard there by the same rules. */
  readonly isAppealedInPlace?: boolean;
  /** What an appeal that succeeds brings back. */
  readonly restores: string;
}

const STAFF = ['reviewer', 'manager', 'admin'] as const;
const MONEY = ['reviewer', 'finance', 'manager', 'admin'] as const;

/** Every kind of adverse act. An act that is not here cannot be taken; a test walks all workflows and compares. */
export const KINDS = {
  submission_declined: {
    says: 'The work is not shown.',
    restricts: 'visibility',
    code: 'DECISION_VISIBILITY_CONTENT_DISABLED',
    content: 'video',
    hasEnd: false,
    look: 'before',
    heardBy: ['reviewer'],
    isAppealedInPlace: true,
    restores: 'The work is approved and shown.',
  },
  work_taken_down: {
    says: 'The work was taken out of the gallery.',
    restricts: 'visibility',
    code: 'DECISION_VISIBILITY_CONTENT_REMOVED',
    content: 'video',
    hasEnd: false,
    look: 'before',
    heardBy: ['reviewer'],
    isAppealedInPlace: true,
    restores: 'The work is shown again under its address.',
  },
  application_declined: {
    says: 'The application to the programme is declined.',
    restricts: 'admission',
    code: null,
    content: 'none',
    hasEnd: false,
    look: 'before',
    heardBy: STAFF,
    restores: 'The application is open again and decided anew.',
  },
  enrollment_suspended: {
    says: 'Making clips is suspended, and nothing else but what stands under “closed”. Portal, export, feedback, appeal and pay stay open.',
    restricts: 'provision',
    code: 'DECISION_PROVISION_PARTIAL_SUSPENSION',
    content: 'none',
    hasEnd: true,
    look: 'before',
    heardBy: STAFF,
    restores: 'Everything that was closed is open again at once.',
  },
  key_quarantined: {
    says: 'One API key opens nothing any more, and what it made since is withheld. Portal, other keys and pay go on.',
    restricts: 'provision',
    code: 'DECISION_PROVISION_PARTIAL_SUSPENSION',
    content: 'none',
    hasEnd: false,
    look: 'after',
    heardBy: STAFF,
    restores: 'What was withheld is given out. The key itself stays stopped; a new one is made under Keys.',
  },
  key_revoked: {
    says: 'One API key was stopped for ever. Portal, other keys and pay go on.',
    restricts: 'provision',
    code: 'DECISION_PROVISION_PARTIAL_TERMINATION',
    content: 'none',
    hasEnd: false,
    look: 'after',
    heardBy: STAFF,
    restores: 'A new key of the same family may be made under Keys; the old secret is never revived.',
  },
  account_closed: {
    says: 'The account is closed: it cannot sign in. What was earned is still paid.',
    restricts: 'account',
    code: 'DECISION_ACCOUNT_SUSPENDED',
    content: 'none',
    hasEnd: false,
    look: 'after',
    heardBy: STAFF,
    restores: 'The account is opened again by an administrator.',
  },
  generation_refused: {
    says: 'The clip was not made, and nothing was charged.',
    restricts: 'provision',
    code: null,
    content: 'none',
    hasEnd: false,
    look: 'never',
    heardBy: STAFF,
    restores:
      'A person says that the prompt was in order: it may be tried again, on another model where there is one.',
  },
  feedback_declined: {
    says: 'The feedback is not paid.',
    restricts: 'monetary',
    code: 'DECISION_MONETARY_OTHER',
    content: 'text',
    hasEnd: false,
    look: 'before',
    heardBy: MONEY,
    restores: 'The feedback is accepted and paid.',
  },
  earning_voided: {
    says: 'Money that was owed is not paid.',
    restricts: 'monetary',
    code: 'DECISION_MONETARY_OTHER',
    content: 'none',
    hasEnd: false,
    look: 'before',
    heardBy: MONEY,
    restores: 'The earning is owed again, with its date.',
  },
  grant_declined: {
    says: 'The grant application is declined.',
    restricts: 'monetary',
    code: 'DECISION_MONETARY_OTHER',
    content: 'none',
    hasEnd: false,
    look: 'never',
    heardBy: MONEY,
    restores: 'Another person judges the application anew, with the reserve of the programme.',
  },
  grant_terminated: {
    says: 'The grant ends. What was earned stays earned; steps that are open are not paid.',
    restricts: 'monetary',
    code: 'DECISION_MONETARY_TERMINATION',
    content: 'none',
    hasEnd: false,
    look: 'before',
    heardBy: MONEY,
    restores: 'The grant is active again with its steps.',
  },
  expense_declined: {
    says: 'An expense of an event is not paid.',
    restricts: 'monetary',
    code: 'DECISION_MONETARY_OTHER',
    content: 'none',
    hasEnd: false,
    look: 'before',
    heardBy: MONEY,
    restores: 'The expense is approved and paid.',
  },
} as const satisfies Record<string, KindRow>;

export type StatementKind = keyof typeof KINDS;

export const STATEMENT_KINDS = Object.keys(KINDS) as readonly StatementKind[];

/** The row of a kind, with its type widened so that members can be compared. */
export function kindRow(kind: StatementKind): KindRow {
  return KINDS[kind];
}
