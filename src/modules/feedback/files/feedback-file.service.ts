import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { probeVideo } from '../../../platform/media/probe';
import { BlobStore } from '../../../platform/storage/blob-store';
import { may } from '../../access/contract';
import { EnrollmentService } from '../../enrollment';
import { feedbackRefusals } from '../contract';
import { cleanName, LARGEST_ATTACHMENT, largestOf, sniff, type AttachmentType } from '../domain/attachment';
import { fileView, type FeedbackFileView } from './feedback-file.dto';
import type { FeedbackFileEntity } from './feedback-file.entity';
import { FeedbackFileRepository } from './feedback-file.repository';

const HEAD = 64;
const TAIL = 1_024;
const TEXT = 1024 * 1024;
/** Bytes that one person may upload in a day. */
const DAILY = 500n * 1024n * 1024n;

interface Found {
  readonly type: AttachmentType;
  readonly name: string;
  readonly seconds: number | null;
}

const unfit = (detail: string): Error => refusal(feedbackRefusals, 'file_unfit', { detail });

async function bytesAt(file: string, at: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, Math.max(0, at));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What a stored file is, by its bytes; refuses `file_unfit` with the reason. */
async function look(file: string, given: string): Promise<Found> {
  const { size } = await stat(file);
  if (size === 0) throw unfit('The file is empty. Choose another one.');
  if (size > LARGEST_ATTACHMENT) throw unfit('The file is larger than 50 MB. Cut it, or send a shorter one.');
  const head = await bytesAt(file, 0, HEAD);
  const tail = await bytesAt(file, size - TAIL, TAIL);
  const type = sniff(head, tail, size <= TEXT ? await readFile(file) : null);
  if (type === null) throw refusal(feedbackRefusals, 'file_unfit');
  if (size > largestOf(type))
    throw unfit(`A file of this kind has ${largestOf(type) / TEXT} MB at most. Send a smaller one.`);
  const name = cleanName(given, type);
  if (name === null)
    throw unfit('The name does not say what the file is, or hides something that runs. Rename it.');
  if (type !== 'video/mp4') return { type, name, seconds: null };
  const probe = await probeVideo(file);
  if (!probe.ok) throw unfit(`This MP4 cannot be played: ${probe.reason}. Export it again.`);
  return { type, name, seconds: probe.facts.seconds };
}

/** Files with feedback, and clips that tasks show. What a file is, its bytes say; its sender is not asked. */
@Injectable()
export class FeedbackFileService {
  constructor(
    private readonly db: Database,
    private readonly files: FeedbackFileRepository,
    private readonly blobs: BlobStore,
    private readonly enrollments: EnrollmentService,
  ) {}

  /** Keeps a file until it goes with something. Refuses `file_unfit`, `too_many` (500 MB a day). */
  async keep(me: Actor, given: string, content: Readable): Promise<FeedbackFileView> {
    if ((await this.files.bytesOfDay(me.id)) > DAILY)
      throw refusal(feedbackRefusals, 'too_many', {
        detail: 'You have uploaded 500 MB in a day. Nothing was kept of this file; send it tomorrow.',
      });
    const folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-file-'));
    try {
      const file = path.join(folder, 'file');
      await pipeline(content, createWriteStream(file));
      return await this.store(me, file, await look(file, given));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A file for who may see it: its sender, who triages, and for a task's clip everybody of the programme. */
  async shown(me: Actor, id: string): Promise<FeedbackFileEntity> {
    const row = await this.files.find(id);
    if (row === null || !(await this.maySee(me, row))) throw refusal(feedbackRefusals, 'not_found');
    return row;
  }

  /** Removes what went with nothing for a day; returns how many. */
  async sweep(): Promise<number> {
    const keys = await this.db.tx((tx) => this.files.takeLoose(tx));
    for (const key of keys) await this.blobs.remove(key);
    return keys.length;
  }

  private async maySee(me: Actor, row: FeedbackFileEntity): Promise<boolean> {
    if (row.personId === me.id) return true;
    if (row.programId !== null) {
      if (may(me, 'task.manage')) return true;
      const mine = await this.enrollments.ofPerson(me.id);
      return mine.some(({ programId }) => programId === row.programId);
    }
    return row.feedbackId !== null && may(me, 'feedback.triage');
  }

  private async store(me: Actor, file: string, { type, name, seconds }: Found): Promise<FeedbackFileView> {
    const id = newId('fbf');
    const head = await this.blobs.put(`feedback/${id}`, file, type);
    const { key, sha256 } = head;
    const about = { id, personId: me.id, feedbackId: null, programId: null, name, contentType: type };
    const row = { ...about, bytes: BigInt(head.bytes), sha256, key, seconds };
    await this.db.tx((tx) => this.files.insert(tx, row));
    return fileView({ ...row, createdAt: new Date() });
  }
}
