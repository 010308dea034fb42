import type { Role } from '../../../kernel/actor';
import { HOUR, later } from '../../../kernel/clock';
import type { Audience, Label } from './audience';
import type { Likenesses, Rights } from './rights';

export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

/**
 * What each class means: the hours a decision may take, what happens when they are over, to whom an escalation goes,
 * and how many people a yes and a no take. Published. The clock stands still only while the artist is asked for changes.
 */
export interface RiskClass {
  readonly hours: number;
  readonly atDeadline: 'approve' | 'escalate';
  readonly escalatesTo: EscalationRole;
  readonly peopleForYes: 1;
  readonly peopleForNo: 1 | 2;
}

export const ESCALATION_ROLES = ['reviewer', 'manager', 'admin'] as const satisfies readonly Role[];
export type EscalationRole = (typeof ESCALATION_ROLES)[number];

export const CLOCKS = {
  low: { hours: 24, atDeadline: 'approve', escalatesTo: 'reviewer', peopleForYes: 1, peopleForNo: 1 },
  medium: { hours: 48, atDeadline: 'escalate', escalatesTo: 'manager', peopleForYes: 1, peopleForNo: 1 },
  high: { hours: 72, atDeadline: 'escalate', escalatesTo: 'manager', peopleForYes: 1, peopleForNo: 2 },
} as const satisfies Record<Risk, RiskClass>;

/** Hours that a reviewer has at least for a resubmission, however little of the clock was left. */
export const RESUBMISSION_HOURS = 4;

export interface RiskInput {
  readonly labels: readonly Label[];
  readonly rights: Pick<Rights, 'likenesses' | 'thirdPartyMaterial'>;
  readonly audience: Audience;
}

/** A row applies when everything that it names is the case. It can name only what the artist declares: no row can be an opinion. */
export interface RiskRow {
  /** What is cited, such as `RK-3`. */
  readonly id: string;
  readonly risk: Risk;
  readonly because: string;
  /** What would and would not be meant by it. */
  readonly example: string;
  readonly labels?: readonly Label[];
  readonly likenesses?: readonly Likenesses[];
  readonly audiences?: readonly Audience[];
  readonly isThirdParty?: true;
}

/**
 * The published table of risk: a row applies when everything it names is the case; the highest class that applies
 * counts; without any it is low. What a clip says or whom it criticises is no row of it.
 */
export const RISK_TABLE: readonly RiskRow[] = [
  { id: 'RK-1', risk: 'high', because: 'children or young people are shown', example: 'A school yard, also when it is drawn.', labels: ['minors'] },
  { id: 'RK-2', risk: 'high', because: 'nudity or sexual content', example: 'A life-drawing class; not a swimmer.', labels: ['nudity'] },
  { id: 'RK-3', risk: 'high', because: 'a public figure is recognisable in political content', example: 'A president at a rally that never was.', labels: ['politics'], likenesses: ['public_figure'] },
  { id: 'RK-4', risk: 'high', because: 'a public figure is recognisable, for everybody to see', example: 'A famous singer in a kitchen, in the public gallery.', likenesses: ['public_figure'], audiences: ['wide', 'press'] },
  { id: 'RK-5', risk: 'medium', because: 'a real person is recognisable', example: 'A friend who agreed in writing.', likenesses: ['consented', 'public_figure'] },
  { id: 'RK-6', risk: 'medium', because: 'violence or blood', example: 'A fight; not a storm.', labels: ['violence'] },
  { id: 'RK-7', risk: 'medium', because: 'medical or health claims', example: 'A remedy that is said to work.', labels: ['health'] },
  { id: 'RK-8', risk: 'medium', because: 'drugs, alcohol or gambling, for everybody to see', example: 'A casino, in the public gallery; not for a festival.', labels: ['drugs'], audiences: ['wide'] },
  { id: 'RK-9', risk: 'medium', because: 'material of others under licence, for everybody to see', example: 'A licensed song title on a poster.', isThirdParty: true, audiences: ['wide', 'press'] },
]; // prettier-ignore

function applies(row: RiskRow, { labels, rights, audience }: RiskInput): boolean {
  return (
    (row.labels === undefined || row.labels.some((label) => labels.includes(label))) &&
    (row.likenesses === undefined || row.likenesses.includes(rights.likenesses)) &&
    (row.audiences === undefined || row.audiences.includes(audience)) &&
    (row.isThirdParty === undefined || rights.thirdPartyMaterial === 'licensed')
  );
}

/** The class of a submission and the rows of the table that made it so. Pure: the same declarations, the same class. */
export function riskOf(
  input: RiskInput,
  table: readonly RiskRow[] = RISK_TABLE,
): { risk: Risk; because: string[] } {
  const rows = table.filter((row) => applies(row, input));
  const risk = RISKS.toReversed().find((level) => rows.some((row) => row.risk === level)) ?? 'low';
  return { risk, because: rows.filter((row) => row.risk === risk).map((row) => row.because) };
}

/** When a decision on something submitted at `at` is due. */
export function dueAt(risk: Risk, at: Date, classes: Readonly<Record<Risk, RiskClass>> = CLOCKS): Date {
  return later(at, classes[risk].hours * HOUR);
}

/** The deadline after the artist's changes: what was left of the clock when it stopped, but at least `RESUBMISSION_HOURS`. */
export function resumedDueAt(due: Date, stoppedAt: Date, now: Date): Date {
  return later(now, Math.max(due.getTime() - stoppedAt.getTime(), RESUBMISSION_HOURS * HOUR));
}
