import { CLOCKS, RISKS, RISK_TABLE, type Risk, type RiskClass, type RiskRow } from './risk';

/** What a published version holds: how long each class may take, what puts a work into it, how reviewers look. */
export interface PolicyContent {
  readonly classes: Readonly<Record<Risk, RiskClass>>;
  readonly table: readonly RiskRow[];
  /** Reviewers do not see whose work it is until it is decided. */
  readonly isBlind: boolean;
  /** Share of decisions that a second person looks at without knowing the first, 0 to 1. */
  readonly secondOpinionShare: number;
}

export interface SharingPolicy extends PolicyContent {
  readonly version: number;
  /** Why this version was published. */
  readonly note: string;
  /** `null`: the one that Atelier brings. */
  readonly publishedAt: Date | null;
}

/** In force until a programme manager publishes another. */
export const BUILT_IN: SharingPolicy = {
  version: 1,
  note: 'The policy that Atelier brings.',
  publishedAt: null,
  classes: CLOCKS,
  table: RISK_TABLE,
  isBlind: true,
  secondOpinionShare: 0.1,
};

const conditions = ({ labels, likenesses, audiences, isThirdParty }: RiskRow): unknown[] =>
  [labels, likenesses, audiences, isThirdParty].filter((one) => one !== undefined);

/**
 * What stands in the way of publishing: sentences, empty when nothing does. What every policy keeps: silence on low risk
 * is a yes, silence on high risk is never one, a no on high risk takes two people, and a row names what was declared.
 */
export function policyFaults({ classes, table }: PolicyContent): string[] {
  const ids = table.map(({ id }) => id);
  const faults: string[] = [];
  if (classes.low.atDeadline !== 'approve') faults.push('Low risk that nobody decides in time is approved.');
  if (classes.high.atDeadline !== 'escalate') faults.push('High risk is never approved by the clock.');
  if (classes.high.peopleForNo !== 2) faults.push('A no on high risk takes two people.');
  if (RISKS.some((risk, place) => place > 0 && classes[risk].hours < classes[RISKS[place - 1] as Risk].hours))
    faults.push('A higher class has at least the hours of the one below.');
  if (new Set(ids).size !== ids.length) faults.push('Every row has an id of its own.');
  for (const row of table) {
    if (conditions(row).length === 0) faults.push(`${row.id} names no label, likeness, audience or licence.`);
    if (row.risk === 'low') faults.push(`${row.id}: low is what no row applies to.`);
  }
  return faults;
}

/** The rows that came, went or changed between two versions, by id: what a reader of a new version looks for. */
export function changedRows(before: PolicyContent, after: PolicyContent): string[] {
  const text = (content: PolicyContent, id: string) =>
    JSON.stringify(content.table.find((row) => row.id === id) ?? null);
  const ids = new Set([...before.table, ...after.table].map(({ id }) => id));
  return [...ids].filter((id) => text(before, id) !== text(after, id)).toSorted();
}
