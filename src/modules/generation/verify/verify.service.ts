import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { ProvenanceSigner } from '../../../platform/provenance/provenance-signer';
import type { ManifestReading } from '../../../platform/provenance/words';
import { ProgramService } from '../../program';
import { generationRefusals } from '../contract';
import { verdictOn } from '../domain/verification';
import type { ProvenanceEntity } from '../provenance/provenance.entity';
import { madeWithOf } from '../provenance/provenance.mapping';
import { ProvenanceRepository } from '../provenance/provenance.repository';
import type { FoundManifestView, VerifyView } from './verify.dto';

/** A minute of 1080p at its highest rate has 105 MB. */
export const LARGEST_UPLOAD = 256 * 1024 * 1024;
/** Files that are looked at in one process at once. */
const PLACES = 3;
/** Words of a stranger's file that are passed on. */
const LONGEST = 120;

const shorten = (text: string | null): string | null => text?.slice(0, LONGEST) ?? null;

/** Answers anybody who holds a file: ours or not, whose programme, altered or not. Keeps nothing of it. */
@Injectable()
export class VerifyService {
  private running = 0;

  constructor(
    private readonly settings: Settings,
    private readonly provenance: ProvenanceRepository,
    private readonly programs: ProgramService,
    private readonly signer: ProvenanceSigner,
  ) {}

  async byHash(sha256: string): Promise<VerifyView> {
    return this.view(sha256, await this.provenance.findByHash(sha256), null);
  }

  /** Refuses `too_large` (413) and `verify_busy` (503). The file is removed before this returns. */
  async byFile(content: Readable): Promise<VerifyView> {
    if (this.running >= PLACES) {
      content.resume();
      throw refusal(generationRefusals, 'verify_busy');
    }
    this.running += 1;
    const folder = path.resolve(this.settings.dataDir, 'work', `verify-${randomUUID()}`);
    try {
      await mkdir(folder, { recursive: true });
      const file = path.join(folder, 'file');
      const sha256 = await take(content, file);
      const known = await this.provenance.findByHash(sha256);
      const reading = readable(await this.signer.read(file));
      if (known !== null) return await this.view(sha256, known, reading);
      const label = reading.found ? reading.label : null;
      const source = label === null ? null : await this.provenance.findByManifest(label);
      return await this.view(sha256, null, reading, source);
    } finally {
      this.running -= 1;
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async view(
    sha256: string,
    known: ProvenanceEntity | null,
    reading: ManifestReading | null,
    source: ProvenanceEntity | null = null,
  ): Promise<VerifyView> {
    const manifest =
      reading === null
        ? null
        : { isFound: reading.found, isValid: reading.found && reading.isValid, isOurs: source !== null };
    const row = known ?? source;
    const program =
      row === null ? undefined : (await this.programs.cards([row.programId])).get(row.programId);
    return {
      sha256,
      ...verdictOn({ isKnown: known !== null, manifest }),
      program: program === undefined ? null : { name: program.name, slug: program.slug },
      madeWith: row === null ? null : madeWithOf(row),
      isSigned: row !== null && row.manifest !== null,
      manifest: foundView(reading),
    };
  }
}

/** A file that is no film has no manifest, whatever the library makes of its bytes. */
const readable = (reading: ManifestReading): ManifestReading =>
  reading.found && reading.reason !== null ? { found: false } : reading;

function foundView(reading: ManifestReading | null): FoundManifestView | null {
  if (reading === null || !reading.found) return null;
  const { isValid, isTrusted, signer, generator, failures } = reading;
  return {
    isValid,
    isTrusted,
    signer: shorten(signer),
    generator: shorten(generator),
    failures: failures.slice(0, 10).map((code) => code.slice(0, LONGEST)),
  };
}

async function take(content: Readable, file: string): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(part: Buffer, _encoding, done): void {
      bytes += part.length;
      hash.update(part);
      done(
        bytes > LARGEST_UPLOAD ? refusal(generationRefusals, 'too_large', { largest: LARGEST_UPLOAD }) : null,
        part,
      );
    },
  });
  await pipeline(content, counting, createWriteStream(file));
  if (bytes === 0) throw refusal(generationRefusals, 'bad_input', { detail: 'The file is empty.' });
  return hash.digest('hex');
}
