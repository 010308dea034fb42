/** What is in an archive, in the order in which it is read. The keys are those of the view `reports_archive_records`. */
export const ARCHIVE_PARTS = [
  ['account', 'You'],
  ['works', 'Published works'],
  ['clips', 'Clips'],
  ['submissions', 'Submissions and what was decided'],
  ['uses', 'Uses of your works that you agreed to'],
  ['feedback', 'Feedback'],
  ['tasks', 'Tasks'],
  ['earnings', 'Earnings'],
  ['payouts', 'Payouts'],
  ['grants', 'Grant applications'],
  ['decisions', 'Decisions with their reasons'],
  ['appeals', 'Appeals'],
  ['applications', 'Applications to programmes'],
  ['enrollments', 'Programmes that you are or were in'],
  ['consents', 'Terms that you accepted'],
  ['questions', '“May I?” questions and their rulings'],
] as const;
export type ArchivePart = (typeof ARCHIVE_PARTS)[number][0];

export type ArchiveRecord = Readonly<Record<string, unknown>>;

/** A file that lies beside the page. */
export interface ArchivePaper {
  readonly path: string;
  readonly about: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

/** `takenBack` reads “Taken back”. */
const spoken = (key: string): string => {
  const words = key.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

function cell(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return `<code>${escaped(JSON.stringify(value, null, 1))}</code>`;
}

function article(record: ArchiveRecord): string {
  const lines = Object.entries(record).filter(([, value]) => !isEmpty(value));
  return `<dl>${lines.map(([key, value]) => `<dt>${spoken(key)}</dt><dd>${cell(value)}</dd>`).join('')}</dl>`;
}

const link = ({ path, about }: ArchivePaper): string =>
  `<li><a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(about)}</a></li>`;

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dl{display:grid;grid-template-columns:10rem 1fr;gap:.2rem 1rem;border-top:1px solid #999;padding-top:.6rem}dt{font-weight:600}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}summary{font-size:1.3rem;cursor:pointer}';

/**
 * The page that opens an archive: read without Atelier, without a network, by anybody. What people wrote stands in it as
 * text and nothing else.
 */
export function archivePage(archive: {
  readonly name: string;
  readonly at: Date;
  readonly records: ReadonlyMap<ArchivePart, readonly ArchiveRecord[]>;
  readonly papers: readonly ArchivePaper[];
  /** Paths of files that are listed but no longer kept. */
  readonly missing: readonly string[];
}): string {
  const { name, at, records, papers, missing } = archive;
  const parts = ARCHIVE_PARTS.map(([part, title]) => {
    const rows = records.get(part) ?? [];
    return rows.length === 0
      ? ''
      : `<details><summary>${title} (${rows.length})</summary><p><a href="data/${part}.json">The same for programs</a></p>${rows.map(article).join('')}</details>`;
  });
  const gone =
    missing.length === 0
      ? ''
      : `<h2>No longer kept</h2><p>The time for which these files are kept was over before the archive was made.</p><ul>${missing.map((path) => `<li>${escaped(path)}</li>`).join('')}</ul>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Everything of ${escaped(name)}</title><style>${STYLE}</style></head><body>
<h1>Everything of ${escaped(name)}</h1>
<p>Made on ${at.toISOString().slice(0, 10)}. Amounts are in minor units (cents) of their currency, times are UTC. SHA256SUMS says whether every file is as it was: sha256sum -c SHA256SUMS.</p>
<h2>Files</h2><ul>${papers.map(link).join('')}</ul>
${gone}<h2>Records</h2>${parts.join('\n')}
</body></html>
`;
}

/** Lines as `sha256sum -c` reads them. */
export const checksums = (files: readonly { path: string; sha256: string }[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
