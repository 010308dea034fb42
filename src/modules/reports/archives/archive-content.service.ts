import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { ZipEntry } from '../../../platform/archive/zip';
import { BlobStore } from '../../../platform/storage/blob-store';
import { PeopleService } from '../../access';
import { StatementService } from '../../payouts';
import { TermsService } from '../../program';
import { archivePage, checksums, type ArchivePaper } from '../domain/archive';
import { ArchiveRepository, type StoredFile } from './archive.repository';

/** What goes into one archive. */
export interface ArchiveContent {
  readonly entries: readonly ZipEntry[];
  /** Paths of files that turned out to be gone; complete when the last entry was opened. */
  readonly missing: readonly string[];
}

interface Gathering {
  readonly at: Date;
  readonly entries: ZipEntry[];
  readonly papers: ArchivePaper[];
  readonly sums: { path: string; sha256: string }[];
  readonly missing: string[];
}

type Making = () => Promise<Buffer | string>;

/** What there is of one artist: records, the terms they accepted, their statements, and every file that is theirs. */
@Injectable()
export class ArchiveContentService {
  constructor(
    private readonly archives: ArchiveRepository,
    private readonly people: PeopleService,
    private readonly terms: TermsService,
    private readonly statements: StatementService,
    private readonly blobs: BlobStore,
  ) {}

  /** The page and the checksums come last: only then it is known what was there. */
  async of(personId: string, at: Date): Promise<ArchiveContent> {
    const name = (await this.people.cards([personId])).get(personId)?.name ?? personId;
    const records = await this.archives.records(personId);
    const whole: Gathering = { at, entries: [], papers: [], sums: [], missing: [] };
    for (const [part, rows] of records)
      paper(whole, { path: `data/${part}.json` }, async () => JSON.stringify(rows, null, 2));
    this.addTerms(whole, records.get('consents') ?? []);
    await this.addStatements(whole, personId);
    for (const file of await this.archives.files(personId)) this.addFile(whole, file);
    const { papers, missing, sums } = whole;
    paper(whole, { path: 'index.html' }, async () => archivePage({ name, at, records, papers, missing }));
    paper(whole, { path: 'SHA256SUMS' }, async () => checksums(sums));
    return whole;
  }

  private addTerms(whole: Gathering, consents: readonly Readonly<Record<string, unknown>>[]): void {
    const accepted = new Map(consents.map((one) => [`${String(one.programId)}/${String(one.version)}`, one]));
    for (const { programId, programme, version } of accepted.values())
      for (const format of ['md', 'pdf'] as const)
        paper(
          whole,
          {
            path: `terms/${String(programId)}-version-${String(version)}.${format}`,
            about: `Terms of ${String(programme)}, version ${String(version)}, ${format === 'md' ? 'as text' : 'as PDF'}`,
          },
          async () => (await this.terms.file(SYSTEM, String(programId), Number(version), format)).bytes,
        );
  }

  private async addStatements(whole: Gathering, personId: string): Promise<void> {
    for (const month of await this.statements.months(personId)) {
      const about = (kind: string): ArchivePaper => ({
        path: `statements/${month}.${kind}`,
        about: `Statement of ${month}, ${kind.toUpperCase()}`,
      });
      paper(whole, about('pdf'), () => this.statements.file(personId, month));
      paper(whole, about('csv'), () => this.statements.csv(personId, month));
    }
  }

  private addFile(
    { entries, papers, sums, missing }: Gathering,
    { path, key, sha256, at }: StoredFile,
  ): void {
    const open = async (): Promise<Readable | null> => {
      if ((await this.blobs.head(key)) === null) {
        missing.push(path);
        return null;
      }
      papers.push({ path, about: path });
      sums.push({ path, sha256 });
      return this.blobs.read(key);
    };
    entries.push({ path, at, isPacked: true, open });
  }
}

/** A file that is made when its turn has come. */
function paper(
  { at, entries, papers, sums }: Gathering,
  { path, about }: { path: string; about?: string },
  make: Making,
): void {
  if (about !== undefined) papers.push({ path, about });
  const open = async (): Promise<Readable> => {
    const bytes = Buffer.from(await make());
    sums.push({ path, sha256: createHash('sha256').update(bytes).digest('hex') });
    return Readable.from([bytes]);
  };
  entries.push({ path, at, isPacked: path.endsWith('.pdf'), open });
}
