import type { AnyGround } from './grounds';
import { kindRow, type Restriction, type StatementKind } from './kinds';
import type { Automation, Source } from './statement';

/** ISO codes of the European Economic Area: what “everywhere” means in the transparency database. */
export const EEA = [
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU',
  'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
] as const; // prettier-ignore

/**
 * Categories of the database (schema of 1 July 2025) by ground. Our grounds are coarser: safety becomes violence, and
 * what is only against our own terms is “other violation of the provider’s terms”.
 */
const CATEGORIES: Readonly<Record<AnyGround, string>> = {
  safety: 'STATEMENT_CATEGORY_VIOLENCE',
  rights: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  confidentiality: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  technical: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  terms: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  selection: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  security: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
  evidence: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  model: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
};

const SOURCE: Readonly<Record<Source, string>> = {
  own: 'SOURCE_VOLUNTARY',
  notice: 'SOURCE_ARTICLE_16',
  flagger: 'SOURCE_TRUSTED_FLAGGER',
  other: 'SOURCE_TYPE_OTHER_NOTIFICATION',
};

const AUTOMATED: Readonly<Record<Automation, string>> = {
  none: 'AUTOMATED_DECISION_NOT_AUTOMATED',
  partly: 'AUTOMATED_DECISION_PARTIALLY',
  fully: 'AUTOMATED_DECISION_FULLY',
};

const CONTENT: Readonly<Record<'video' | 'text' | 'none', readonly string[]>> = {
  video: ['CONTENT_TYPE_VIDEO', 'CONTENT_TYPE_SYNTHETIC_MEDIA'],
  text: ['CONTENT_TYPE_TEXT'],
  none: ['CONTENT_TYPE_OTHER'],
};

/** The facts of a statement that the database asks for. */
export interface Reported {
  readonly id: string;
  readonly kind: StatementKind;
  readonly ground: AnyGround;
  readonly ruleSource: 'clause' | 'law' | 'criterion';
  readonly ruleId: string;
  readonly ruleVersion: number | null;
  readonly ruleText: string;
  readonly facts: string;
  readonly territories: readonly string[] | null;
  readonly endsAt: Date | null;
  readonly isFoundBySoftware: boolean;
  readonly automation: Automation;
  readonly source: Source;
  readonly decidedAt: Date;
  readonly contentAt: Date | null;
}

/** One record of the database. An absent value is an empty text, never a guess. */
export type TransparencyRecord = Readonly<
  Record<(typeof TRANSPARENCY_FIELDS)[number], string | readonly string[]>
>;

export const TRANSPARENCY_FIELDS = [
  'puid',
  'decision_visibility',
  'decision_visibility_other',
  'end_date_visibility_restriction',
  'decision_monetary',
  'decision_monetary_other',
  'end_date_monetary_restriction',
  'decision_provision',
  'end_date_service_restriction',
  'decision_account',
  'account_type',
  'end_date_account_restriction',
  'decision_ground',
  'decision_ground_reference_url',
  'illegal_content_legal_ground',
  'illegal_content_explanation',
  'incompatible_content_ground',
  'incompatible_content_explanation',
  'incompatible_content_illegal',
  'category',
  'category_addition',
  'category_specification',
  'category_specification_other',
  'content_type',
  'content_type_other',
  'content_language',
  'content_date',
  'territorial_scope',
  'application_date',
  'decision_facts',
  'source_type',
  'source_identity',
  'automated_detection',
  'automated_decision',
] as const;

const EXPLANATION = 2_000;
const FACTS = 5_000;
const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
const day = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? '';
const yes = (is: boolean): string => (is ? 'Yes' : 'No');

function decisionOf(
  restricts: Restriction,
  code: string,
  says: string,
): Partial<Record<(typeof TRANSPARENCY_FIELDS)[number], string | readonly string[]>> {
  if (restricts === 'visibility') return { decision_visibility: [code] };
  if (restricts === 'provision') return { decision_provision: code };
  if (restricts === 'account') return { decision_account: code, account_type: 'ACCOUNT_TYPE_PRIVATE' };
  return { decision_monetary: code, ...(code.endsWith('_OTHER') ? { decision_monetary_other: says } : {}) };
}

/** Field of the end date by what is restricted. */
const END: Readonly<Record<Restriction, (typeof TRANSPARENCY_FIELDS)[number] | null>> = {
  visibility: 'end_date_visibility_restriction',
  monetary: 'end_date_monetary_restriction',
  provision: 'end_date_service_restriction',
  account: 'end_date_account_restriction',
  admission: null,
};

/** Whether the database has a place for it. Admission, and what was never made, are not what it is about. */
export const isReportable = (kind: StatementKind): boolean => kindRow(kind).code !== null;

/**
 * A statement in the schema of the EC transparency database, with its closed lists. `null`: it has no place there.
 * `address` is that of the portal. No name and no id of a person is in it.
 */
export function transparencyRecord(it: Reported, address: string): TransparencyRecord | null {
  const { restricts, code, says, content } = kindRow(it.kind);
  if (code === null) return null;
  const isLaw = it.ruleSource === 'law';
  const rule = it.ruleVersion === null ? it.ruleId : `${it.ruleId}, terms version ${it.ruleVersion}`;
  const end = END[restricts];
  const empty = Object.fromEntries(TRANSPARENCY_FIELDS.map((field) => [field, ''])) as TransparencyRecord;
  return {
    ...empty,
    puid: it.id,
    ...decisionOf(restricts, code, says),
    ...(end === null ? {} : { [end]: day(it.endsAt) }),
    decision_ground: isLaw ? 'DECISION_GROUND_ILLEGAL_CONTENT' : 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
    decision_ground_reference_url: `${address}/rules`,
    illegal_content_legal_ground: isLaw ? cut(it.ruleId, 500) : '',
    illegal_content_explanation: isLaw ? cut(it.ruleText, EXPLANATION) : '',
    incompatible_content_ground: isLaw ? '' : cut(rule, 500),
    incompatible_content_explanation: isLaw ? '' : cut(it.ruleText, EXPLANATION),
    incompatible_content_illegal: isLaw ? '' : 'No',
    category: CATEGORIES[it.ground],
    content_type: CONTENT[content],
    content_type_other: content === 'none' ? cut(says, 500) : '',
    content_date: day(it.contentAt ?? it.decidedAt),
    territorial_scope: it.territories ?? EEA,
    application_date: day(it.decidedAt),
    decision_facts: cut(it.facts, FACTS),
    source_type: SOURCE[it.source],
    automated_detection: yes(it.isFoundBySoftware),
    automated_decision: AUTOMATED[it.automation],
  };
}
