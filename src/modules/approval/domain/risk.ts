import { HOUR, later } from '../../../kernel/clock';
import type { Audience, Label } from './audience';
import type { Likenesses, Rights } from './rights';

export const RISKS = ['low', 'medium', 'high'] as const;
export type Risk = (typeof RISKS)[number];

/**
 * What each class means: the hours a decision may take, and what happens when they are over. Published. The clock
 * stands still only while the artist is asked for changes.
 */
export const CLOCKS = {
  low: { hours: 24, atDeadline: 'approve' },
  medium: { hours: 48, atDeadline: 'escalate' },
  high: { hours: 72, atDeadline: 'escalate' },
} as const satisfies Record<Risk, { hours: number; atDeadline: 'approve' | 'escalate' }>;

/** Hours that a reviewer has at least for a resubmission, however little of the clock was left. */
export const RESUBMISSION_HOURS = 4;

export interface RiskInput {
  readonly labels: readonly Label[];
  readonly rights: Pick<Rights, 'likenesses' | 'thirdPartyMaterial'>;
  readonly audience: Audience;
}

interface RiskRow {
  readonly risk: Risk;
  readonly because: string;
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
  { risk: 'high', because: 'children or young people are shown', labels: ['minors'] },
  { risk: 'high', because: 'nudity or sexual content', labels: ['nudity'] },
  { risk: 'high', because: 'a public figure is recognisable in political content', labels: ['politics'], likenesses: ['public_figure'] },
  { risk: 'high', because: 'a public figure is recognisable, for everybody to see', likenesses: ['public_figure'], audiences: ['wide', 'press'] },
  { risk: 'medium', because: 'a real person is recognisable', likenesses: ['consented', 'public_figure'] },
  { risk: 'medium', because: 'violence or blood', labels: ['violence'] },
  { risk: 'medium', because: 'medical or health claims', labels: ['health'] },
  { risk: 'medium', because: 'drugs, alcohol or gambling, for everybody to see', labels: ['drugs'], audiences: ['wide'] },
  { risk: 'medium', because: 'material of others under licence, for everybody to see', isThirdParty: true, audiences: ['wide', 'press'] },
]; // prettier-ignore

function applies(row: RiskRow, { labels, rights, audience }: RiskInput): boolean {
  return (
    (row.labels === undefined || row.labels.some((label) => labels.includes(label))) &&
    (row.likenesses === undefined || row.likenesses.includes(rights.likenesses)) &&
    (row.audiences === undefined || row.audiences.includes(audience)) &&
    (row.isThirdParty === undefined || rights.thirdPartyMaterial === 'licensed')
  );
}

/** The class of a submission and the rows of the table that made it so. */
export function riskOf(input: RiskInput): { risk: Risk; because: string[] } {
  const rows = RISK_TABLE.filter((row) => applies(row, input));
  const risk = RISKS.toReversed().find((level) => rows.some((row) => row.risk === level)) ?? 'low';
  return { risk, because: rows.filter((row) => row.risk === risk).map((row) => row.because) };
}

/** When a decision on something submitted at `at` is due. */
export function dueAt(risk: Risk, at: Date): Date {
  return later(at, CLOCKS[risk].hours * HOUR);
}

/** The deadline after the artist's changes: what was left of the clock when it stopped, but at least `RESUBMISSION_HOURS`. */
export function resumedDueAt(due: Date, stoppedAt: Date, now: Date): Date {
  return later(now, Math.max(due.getTime() - stoppedAt.getTime(), RESUBMISSION_HOURS * HOUR));
}
