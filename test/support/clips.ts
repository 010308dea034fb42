import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { newId } from '../../src/kernel/id';
import { ProvenanceEntity } from '../../src/modules/generation/provenance/provenance.entity';
import { BlobStore } from '../../src/platform/storage/blob-store';
import type { CastName, TestApp } from './app';

const DOCUMENTS = {
  terms: 'TE-1',
  confidentiality: 'CO-1',
  responsible_use: 'RU-3',
  sharing: 'SH-2',
  compensation: 'PAY-1',
} as const;

const clause = (id: string, document: string) => ({
  id,
  document,
  title: `Clause ${id}`,
  text: `What ${id} says.`,
  summary: `In short, ${id}.`,
  examples: [],
});

/** Publishes a version of the terms: the five documents, one clause each, and whatever clauses are added. */
export async function publishTerms(
  atelier: TestApp,
  programId: string,
  version: number,
  more: readonly string[] = [],
): Promise<void> {
  const clauses = [
    ...Object.entries(DOCUMENTS).map(([document, id]) => clause(id, document)),
    ...more.map((id) => clause(id, 'sharing')),
  ];
  await atelier.db.tx((tx) =>
    tx.run(
      `INSERT INTO program_versions (id, program_id, kind, version, hash, content, published_by) VALUES ($1, $2, 'terms', $3, $4, $5, 'system')`,
      [
        newId('trm'),
        programId,
        version,
        createHash('sha256').update(`${programId} ${version}`).digest('hex'),
        JSON.stringify({ clauses }),
      ],
    ),
  );
}

/** A running programme with terms in version 1 and the named artists in it, active. Returns its id. */
export async function createProgram(atelier: TestApp, artists: readonly CastName[]): Promise<string> {
  const id = newId('prg');
  await atelier.db.tx(async (tx) => {
    await tx.run(
      `INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
       VALUES ($1, $2, 'Test programme', 'model-1', 'EUR', now(), now() + interval '1 year', 100, 'running')`,
      [id, id.replace('_', '-')],
    );
    for (const name of artists) {
      const applicationId = newId('app');
      const personId = atelier.people[name].id;
      await tx.run(
        `INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state) VALUES ($1, $2, $3, 'Let me in', '{}', 'invited')`,
        [applicationId, id, personId],
      );
      await tx.run(
        `INSERT INTO enrollment_enrollments (id, application_id, program_id, person_id, state) VALUES ($1, $2, $3, $4, 'active')`,
        [newId('enr'), applicationId, id, personId],
      );
    }
  });
  await publishTerms(atelier, id, 1);
  return id;
}

async function storeFile(
  atelier: TestApp,
  generationId: string,
  kind: string,
  content: string,
): Promise<void> {
  const source = path.join(os.tmpdir(), `${generationId}-${kind}`);
  await writeFile(source, content);
  const contentType = kind === 'video' ? 'video/mp4' : 'image/jpeg';
  const head = await atelier.app
    .get(BlobStore)
    .put(`generations/${generationId}/${kind}`, source, contentType);
  await atelier.db.tx((tx) =>
    tx.run(
      'INSERT INTO generation_files (generation_id, kind, key, sha256, bytes, content_type) VALUES ($1, $2, $3, $4, $5, $6)',
      [generationId, kind, head.key, head.sha256, head.bytes, contentType],
    ),
  );
}

/** A finished clip of `artist`, ten seconds long, with three small files; a keeper unless told otherwise. Returns its id. */
export async function createClip(
  atelier: TestApp,
  {
    programId,
    artist,
    isKeeper = true,
    seconds = 10,
  }: { programId: string; artist: CastName; isKeeper?: boolean; seconds?: number },
): Promise<string> {
  const id = newId('gen');
  const batchId = newId('bat');
  const personId = atelier.people[artist].id;
  await atelier.db.tx(async (tx) => {
    const [enrollment] = await tx.query<{ id: string }>(
      'SELECT id FROM enrollment_enrollments WHERE person_id = $1 AND program_id = $2',
      [personId, programId],
    );
    await tx.run('INSERT INTO generation_batches (id, enrollment_id, variations) VALUES ($1, $2, 1)', [
      batchId,
      enrollment?.id,
    ]);
    await tx.run(
      `INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, state, prompt, style, seconds, resolution,
         aspect, fps, width, height, seed, draft, credits, price_version, provider, model, pool, cost_seconds, arrival, is_keeper, finished_at)
       VALUES ($1, $2, $3, $4, $5, 'succeeded', 'a calm tide', 'natural', $6, '360p', '16:9', 24, 640, 360, 7, false, 10, 1, 'procedural',
         'procedural-1', 'cpu', 1, 0, $7, now())`,
      [id, batchId, enrollment?.id, programId, personId, seconds, isKeeper],
    );
  });
  for (const kind of ['video', 'poster', 'sheet']) await storeFile(atelier, id, kind, `${kind} of ${id}`);
  const sha256 = createHash('sha256').update(`video of ${id}`).digest('hex');
  await atelier.db.tx((tx) => tx.manager.insert(ProvenanceEntity, originOf(id, programId, sha256) as object));
  return id;
}

/** What is on record of a clip that carries no manifest. */
export function originOf(generationId: string, programId: string, sha256: string): ProvenanceEntity {
  return {
    generationId,
    programId,
    sha256,
    sourceType: 'algorithmicMedia',
    mark: null,
    label: null,
    policyId: null,
    manifest: null,
    manifestStore: null,
    signerKind: null,
    signerName: null,
    signerFingerprint: null,
    isTrusted: false,
    hasParent: false,
    credit: null,
    verifiedAt: new Date(),
  };
}
