import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../kernel/actor';
import { AppealView } from '../appeals/appeal.dto';
import { AUDIENCE_NAMES, LABEL_NAMES, type Audience, type Label } from '../domain/audience';
import { GROUND_NAMES, type Ground } from '../domain/grounds';
import { STANCES } from '../domain/stance';
import { AssignmentView } from '../review/assignment.dto';
import { HoldView } from '../review/hold.dto';
import { NoteView } from '../review/note.dto';
import { RISKS, type Risk } from '../domain/risk';
import { SUBMISSION_STATES, SUBMISSION_VERBS, type SubmissionState } from '../domain/submission.workflow';
import { ClipView, ComparableView } from './clip.dto';
import { ClockPauseView, ProposalView, StagedView } from './staged.dto';
import { RightsInput } from './submission.dto';

/** A point or range of the clip. */
export class TimecodeView {
  /** Seconds from the start. */
  at: number;

  /** End of a range, seconds from the start. */
  @ApiPropertyOptional({ type: Number })
  until?: number;
}

/** Statement of reasons: everything the artist needs to understand, to mend or to appeal. */
@ApiSchema({ name: 'ReasonsView' })
export class SharingStatementView {
  @ApiProperty({ enum: GROUND_NAMES })
  ground: Ground;

  /** Clause that was broken. */
  clauseId: string;

  /** Version of the terms the clause is quoted from. */
  termsVersion: number;

  /** The public ruling on “May I?” that the decision stands on. */
  @ApiPropertyOptional({ type: String })
  rulingId?: string;

  /** What was seen. */
  facts: string;

  @ApiProperty({ type: [TimecodeView] })
  timecodes: readonly TimecodeView[];

  /** Whether software took part. */
  isAutomated: boolean;

  /** What to change so that it passes. */
  remedy: string;

  /** Until when an appeal is heard; ISO date-time. */
  appealUntil: string;

  @ApiProperty({ enum: ROLES })
  decidedByRole: Role;
}

/** Who has it for themselves now. */
export class ClaimView {
  /** Whether the claim is the reader's own. */
  isMine: boolean;

  /** When it ends; ISO date-time. */
  until: string;
}

/** One submission in a list. */
export class SubmissionView {
  /** `sub_…` */
  id: string;

  /** The clip. */
  generationId: string;

  /** Programme it belongs to. */
  programId: string;

  @ApiProperty({ enum: SUBMISSION_STATES })
  state: SubmissionState;

  /** Title as it will be shown. */
  title: string;

  /** Poster image of the clip, for who may see it. */
  posterUrl: string;

  @ApiProperty({ enum: AUDIENCE_NAMES })
  audience: Audience;

  @ApiProperty({ enum: LABEL_NAMES, isArray: true })
  labels: Label[];

  @ApiProperty({ enum: RISKS })
  risk: Risk;

  /** When a decision is due; ISO date-time. `null` for a draft. */
  @ApiProperty({ type: String, nullable: true })
  dueAt: string | null;

  /** Whether the deadline has passed without a decision. */
  isLate: boolean;

  /** Whether the clock stands still because the artist is asked for changes. */
  isClockStopped: boolean;

  /** Whether a person or the clock has escalated it. */
  isEscalated: boolean;

  @ApiProperty({ type: ClaimView, nullable: true })
  claim: ClaimView | null;

  @ApiProperty({ type: HoldView, nullable: true, description: 'Waits for something; its clock goes on.' })
  hold: HoldView | null;

  @ApiProperty({ type: AssignmentView, nullable: true, description: 'For deciders only.' })
  assigned: AssignmentView | null;

  @ApiProperty({ type: StagedView, nullable: true, description: 'For deciders only.' })
  staged: StagedView | null;

  /** When the artist would like it out; ISO date-time. */
  @ApiProperty({ type: String, nullable: true })
  wishedAt: string | null;

  /** When it was handed in first; ISO date-time. */
  @ApiProperty({ type: String, nullable: true })
  submittedAt: string | null;

  /** When it was decided last; ISO date-time. */
  @ApiProperty({ type: String, nullable: true })
  decidedAt: string | null;

  /** ISO date-time. */
  createdAt: string;

  /** What the reader may do now. */
  @ApiProperty({ enum: SUBMISSION_VERBS, isArray: true })
  available: string[];
}

export class SubmissionPage {
  @ApiProperty({ type: [SubmissionView] })
  items: readonly SubmissionView[];

  /** Cursor of the following page. */
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** The artist. */
export class AuthorView {
  /** `per_…` */
  id: string;

  /** Name as credited. */
  name: string;
}

/** A clause that sharing is measured by. */
export class RuleView {
  /** Such as `RU-3`; what a statement cites. */
  id: string;

  /** responsible_use or sharing. */
  document: string;

  /** Heading. */
  title: string;

  /** The clause. */
  text: string;

  /** The clause in plain words. */
  summary: string;
}

/** One step of its life. */
export class StepView {
  /** What was done. */
  verb: string;

  /** State before. */
  from: string;

  /** State after. */
  to: string;

  /** artist, reviewer or system: names of reviewers are not shown. */
  by: string;

  /** ISO date-time. */
  at: string;
}

/** The published work. */
export class PublishedView {
  /** `wrk_…` */
  id: string;

  /** Last part of its address. */
  slug: string;

  /** Link to share, relative to the portal's address. */
  link: string;

  /** Whether the artist shows it. */
  isListed: boolean;

  /** Whether it was taken down by a decision. */
  isTakenDown: boolean;
}

/** One submission with everything that a decision and its reader need. */
export class SubmissionDetail extends SubmissionView {
  /** Name of the reviewer it is assigned to, for deciders. */
  @ApiProperty({ type: String, nullable: true })
  assignee: string | null;

  @ApiProperty({
    type: AuthorView,
    nullable: true,
    description: 'Hidden from deciders until it is decided, where the policy says so.',
  })
  author: AuthorView | null;

  /** Names credited beside the artist's; none while these are hidden. */
  @ApiProperty({ type: [String] })
  coAuthors: readonly string[];

  /** Whether the artist is hidden from the reader now. */
  isBlind: boolean;

  /** What the artist said about how it sees the programme; `null` for everybody but the artist. */
  @ApiProperty({ enum: STANCES, nullable: true })
  stance: string | null;

  /** Version of the sharing policy under which it was handed in. */
  policyVersion: number;

  /** When a reviewer took it up first; ISO date-time. */
  @ApiProperty({ type: String, nullable: true })
  firstClaimedAt: string | null;

  /** Since when it is late, for ever; ISO date-time. */
  @ApiProperty({ type: String, nullable: true })
  lateAt: string | null;

  @ApiProperty({ type: [ClockPauseView] })
  pauses: ClockPauseView[];

  @ApiProperty({ type: [NoteView], description: 'At frames and ranges; the artist reads those for them.' })
  notes: readonly NoteView[];

  @ApiProperty({
    type: ProposalView,
    nullable: true,
    description: 'A first no that waits for a second person.',
  })
  proposal: ProposalView | null;

  /** What the artist says about it. */
  description: string;

  @ApiProperty({ type: RightsInput })
  rights: RightsInput;

  /** Not to be published before; ISO date-time. */
  @ApiProperty({ type: String, nullable: true })
  embargoUntil: string | null;

  /** The rows of the published risk table that apply. */
  @ApiProperty({ type: [String] })
  riskBecause: string[];

  /** Version of the terms under which it was handed in. */
  termsVersion: number;

  @ApiProperty({ type: ClipView })
  clip: ClipView;

  @ApiProperty({
    type: [ComparableView],
    description:
      'What it can be compared with: where the clip comes from and what of that was handed in. Only for who decides.',
  })
  others: ComparableView[];

  @ApiProperty({ type: [RuleView] })
  rules: RuleView[];

  /** What the artist is asked to change. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({
    type: SharingStatementView,
    nullable: true,
    description: 'While it is refused or taken down.',
  })
  statement: SharingStatementView | null;

  @ApiProperty({ type: AppealView, nullable: true, description: 'The latest appeal.' })
  appeal: AppealView | null;

  @ApiProperty({ type: PublishedView, nullable: true })
  work: PublishedView | null;

  @ApiProperty({ type: [StepView] })
  history: StepView[];
}
