import { diffWordsWithSpace } from 'diff';
import type { Paragraph } from '../../../platform/pdf/pdf';
import { DOCUMENTS, type Clause, type Document, type Program, type Terms } from '../contract';

/** Piece of a text that stayed, came or went. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export const CLAUSE_CHANGES = ['added', 'removed', 'changed', 'same'] as const;
export type ClauseChangeKind = (typeof CLAUSE_CHANGES)[number];

/** What became of one clause from one version to another; the words of the rule and of its summary. */
export interface ClauseChange {
  readonly clauseId: string;
  readonly document: Document;
  readonly title: string;
  readonly kind: ClauseChangeKind;
  readonly text: readonly WordChange[];
  readonly summary: readonly WordChange[];
  readonly before: Pick<Clause, 'endsAt' | 'endsOn'> | null;
  readonly after: Pick<Clause, 'endsAt' | 'endsOn'> | null;
}

/** Longer texts are compared as wholes after this many edits: nobody may keep a server busy with a diff. */
const MOST_EDITS = 2_000;

export function wordChanges(before: string, after: string): WordChange[] {
  const found = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (found === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return found.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

const endOf = (clause: Clause | undefined): ClauseChange['before'] =>
  clause === undefined
    ? null
    : {
        ...(clause.endsAt === undefined ? {} : { endsAt: clause.endsAt }),
        ...(clause.endsOn === undefined ? {} : { endsOn: clause.endsOn }),
      };

function changeOf(was: Clause | undefined, now: Clause | undefined): ClauseChange {
  const clause = (now ?? was) as Clause;
  const isSame = was !== undefined && now !== undefined && JSON.stringify(was) === JSON.stringify(now);
  return {
    clauseId: clause.id,
    document: clause.document,
    title: clause.title,
    kind: was === undefined ? 'added' : now === undefined ? 'removed' : isSame ? 'same' : 'changed',
    text: wordChanges(was?.text ?? '', now?.text ?? ''),
    summary: wordChanges(was?.summary ?? '', now?.summary ?? ''),
    before: endOf(was),
    after: endOf(now),
  };
}

/** Every clause of either version in the order of the new one; clauses that went come last. */
export function clauseChanges(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.id, clause]));
  const ids = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !ids.has(id));
  return [
    ...after.map((clause) => changeOf(old.get(clause.id), clause)),
    ...gone.map((clause) => changeOf(clause, undefined)),
  ];
}

const HEADINGS: Readonly<Record<Document, string>> = {
  terms: 'Terms',
  confidentiality: 'Confidentiality',
  responsible_use: 'Responsible use',
  sharing: 'Sharing',
  compensation: 'Pay',
};

const EVENTS = {
  public_release: 'when the model is released to the public, at the latest with the programme',
  programme_end: 'with the programme',
} as const;

/** Until when a clause binds, in words; empty where it has no end of its own. */
export function endInWords({ endsAt, endsOn }: Pick<Clause, 'endsAt' | 'endsOn'>): string {
  const ends = [
    ...(endsAt === undefined ? [] : [`on ${endsAt.slice(0, 10)}`]),
    ...(endsOn === undefined ? [] : [EVENTS[endsOn]]),
  ];
  return ends.length === 0 ? '' : `Ends ${ends.join(' or ')}.`;
}

const headOf = ({ name }: Program, { version, hash, publishedAt, effectiveAt }: Terms): string[] => [
  `${name}: terms, version ${version}`,
  `Published ${publishedAt.toISOString()}, in force from ${effectiveAt.toISOString()}.`,
  `sha256 ${hash}`,
];

/** Markdown means nothing in what people wrote: a clause cannot become a heading, a link or HTML. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_{}[\]<>()#+!|~&$-]/g, (sign) => `\\${sign}`)
    .replaceAll(/^(\s*)(\d+)\./gm, '$1$2\\.')
    .replaceAll(/\r\n?/g, '\n');

/** The whole version as Markdown. */
export function termsMarkdown(program: Program, terms: Terms): string {
  const [title = '', dates = '', hash = ''] = headOf(program, terms);
  const lines = [`# ${plain(title)}`, '', plain(dates), '', `\`${hash}\``, ''];
  for (const document of DOCUMENTS) {
    lines.push(`## ${HEADINGS[document]}`, '');
    for (const clause of terms.clauses.filter((one) => one.document === document)) {
      lines.push(`### ${clause.id} ${plain(clause.title)}`, '', `**In short:** ${plain(clause.summary)}`, '');
      lines.push(plain(clause.text), '');
      for (const example of clause.examples) lines.push(`- For example: ${plain(example)}`);
      const end = endInWords(clause);
      lines.push('', ...(end === '' ? [] : [end, '']));
    }
  }
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** The whole version as paragraphs of a document. */
export function termsParagraphs(program: Program, terms: Terms): Paragraph[] {
  const [title = '', dates = '', hash = ''] = headOf(program, terms);
  const small = { size: 9, color: '#555555' };
  const paragraphs: Paragraph[] = [
    { text: title, size: 20, weight: 700 },
    { text: dates, ...small, before: 4 },
    { text: hash, ...small },
  ];
  for (const document of DOCUMENTS) {
    paragraphs.push({ text: HEADINGS[document], size: 15, weight: 700, before: 14 });
    for (const clause of terms.clauses.filter((one) => one.document === document)) {
      paragraphs.push({ text: `${clause.id}  ${clause.title}`, size: 11, weight: 700, before: 9 });
      paragraphs.push({ text: clause.summary, size: 10.5, weight: 700, before: 2 });
      for (const part of clause.text.split(/\n+/)) paragraphs.push({ text: part, size: 10.5, before: 2 });
      for (const example of clause.examples)
        paragraphs.push({ text: `For example: ${example}`, ...small, indent: 14, before: 2 });
      const end = endInWords(clause);
      if (end !== '') paragraphs.push({ text: end, ...small, before: 2 });
    }
  }
  return paragraphs;
}
