import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { Refusal, refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { inputRefusals } from '../../../platform/http/validation';
import { BlobStore, type BlobHead } from '../../../platform/storage/blob-store';
import type { ApplicationEntity } from '../applications/application.entity';
import { ApplicationRepository } from '../applications/application.repository';
import { enrollmentRefusals } from '../contract';
import { fileName, sniff, SNIFFED, type FileType } from '../domain/sniff';
import { fileView, type FileView } from './file.dto';
import type { FileEntity } from './file.entity';
import { FileRepository } from './file.repository';

export const LARGEST_FILE = 50 * 1024 * 1024;
const MOST_FILES = 10;

/** Files of applications. What a file is, its bytes say; what was handed in is what is delivered, or nothing. */
@Injectable()
export class FileService {
  constructor(
    private readonly db: Database,
    private readonly applications: ApplicationRepository,
    private readonly files: FileRepository,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Takes a file into an own draft. Refuses `file_kind`, `file_too_large`, `files_full`, `application_fixed`; of what is
   * refused nothing is kept.
   */
  async add(me: Actor, applicationId: string, name: string, body: unknown): Promise<FileView> {
    const row = await this.ownDraft(me, applicationId);
    if (!(body instanceof Readable)) throw refusal(inputRefusals, 'upload_missing');
    if ((await this.files.listOf([row.id])).length >= MOST_FILES)
      throw refusal(enrollmentRefusals, 'files_full');
    const id = newId('fil');
    const key = `applications/${row.id}/${id}`;
    const { head, type } = await this.store(key, body);
    const { bytes, sha256 } = head;
    const file = {
      id,
      applicationId: row.id,
      personId: me.id,
      key,
      name: fileName(name, type),
      contentType: type,
    };
    try {
      return await this.db.tx(async (tx) => {
        const { state } = await this.applications.lock(tx, row.id);
        if (state !== 'draft') throw refusal(enrollmentRefusals, 'application_fixed');
        if ((await this.files.listOf([row.id], tx)).length >= MOST_FILES)
          throw refusal(enrollmentRefusals, 'files_full');
        await this.files.insert(tx, { ...file, bytes: String(bytes), sha256 });
        return fileView({ ...file, bytes: String(bytes), sha256, createdAt: new Date() }, false);
      });
    } catch (error) {
      await this.blobs.remove(key);
      throw error;
    }
  }

  /** Takes a file out of an own draft; one that is not there is gone already. */
  async remove(me: Actor, applicationId: string, id: string): Promise<void> {
    const row = await this.ownDraft(me, applicationId);
    const file = await this.files.find(row.id, id);
    if (file === null) return;
    await this.db.tx(async (tx) => {
      const { state } = await this.applications.lock(tx, row.id);
      if (state !== 'draft') throw refusal(enrollmentRefusals, 'application_fixed');
      await this.files.remove(tx, id);
    });
    await this.blobs.remove(file.key);
  }

  /** A file as it was handed in. Whoever may see the application was asked for before. Refuses `file_changed`. */
  async intact(applicationId: string, id: string): Promise<FileEntity> {
    const file = await this.files.find(applicationId, id);
    if (file === null) throw refusal(enrollmentRefusals, 'not_found');
    const hash = createHash('sha256');
    await pipeline(await this.blobs.read(file.key), hash);
    const found = hash.digest('hex');
    if (found !== file.sha256)
      throw refusal(enrollmentRefusals, 'file_changed', { promised: file.sha256, found });
    return file;
  }

  private async ownDraft(me: Actor, applicationId: string): Promise<ApplicationEntity> {
    const row = await this.applications.get(applicationId);
    if (row.personId !== me.id) throw refusal(enrollmentRefusals, 'not_found');
    if (row.state !== 'draft') throw refusal(enrollmentRefusals, 'application_fixed');
    return row;
  }

  private async store(key: string, body: Readable): Promise<{ head: BlobHead; type: FileType }> {
    const { start, rest } = await peek(body);
    const type = sniff(start);
    if (type === null) {
      body.resume(); // read to its end, or the answer would not arrive
      throw refusal(enrollmentRefusals, 'file_kind');
    }
    try {
      return { head: await this.blobs.write(key, rest, type), type };
    } catch (error) {
      await this.blobs.remove(key);
      body.resume();
      if (error instanceof Refusal) throw error;
      if (body.readableAborted) throw refusal(inputRefusals, 'upload_missing');
      throw error;
    }
  }
}

/** The first bytes of a stream, and the whole of it again, bounded. */
async function peek(body: Readable): Promise<{ start: Buffer; rest: Readable }> {
  const reading = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < SNIFFED) {
    const { value, done } = await reading.next();
    if (done === true) break;
    chunks.push(value);
    length += value.length;
  }
  const start = Buffer.concat(chunks);
  async function* whole(): AsyncGenerator<Buffer> {
    yield start;
    for (let next = await reading.next(); next.done !== true; next = await reading.next()) yield next.value;
  }
  let bytes = 0;
  const bound = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(
        bytes > LARGEST_FILE ? refusal(enrollmentRefusals, 'file_too_large', { most: LARGEST_FILE }) : null,
        chunk,
      );
    },
  });
  const source = Readable.from(whole());
  source.on('error', (error) => bound.destroy(error));
  bound.on('error', () => source.destroy());
  return { start, rest: source.pipe(bound) };
}
