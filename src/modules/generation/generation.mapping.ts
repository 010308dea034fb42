import type { Actor } from '../../kernel/actor';
import { toJsonInteger } from '../../kernel/money';
import { available } from '../../kernel/workflow';
import type { FileKind, GenerationCard, GenerationFiles } from './contract';
import { generationWorkflow } from './domain/generation.workflow';
import { seedOriginOf } from './domain/seed';
import type { Brief } from './domain/brief';
import type { FileEntity } from './file.entity';
import type { BinNoteView } from './bin/bin.dto';
import type { GenerationFilesView, GenerationView } from './generation.dto';
import type { GenerationEntity } from './generation.entity';

const byKind = (files: readonly FileEntity[], kind: FileKind): FileEntity | undefined =>
  files.find((file) => file.kind === kind);

function filesOf(files: readonly FileEntity[]): GenerationFiles | null {
  const [video, poster, sheet] = [byKind(files, 'video'), byKind(files, 'poster'), byKind(files, 'sheet')];
  if (video === undefined || poster === undefined || sheet === undefined) return null;
  return { video: video.key, poster: poster.key, sheet: sheet.key, sha256: video.sha256, bytes: video.bytes };
}

export function cardOf(row: GenerationEntity, files: readonly FileEntity[]): GenerationCard {
  return {
    id: row.id,
    batchId: row.batchId,
    enrollmentId: row.enrollmentId,
    programId: row.programId,
    personId: row.personId,
    state: row.state,
    prompt: row.prompt,
    style: row.style,
    seconds: row.seconds,
    resolution: row.resolution,
    aspect: row.aspect,
    width: row.width,
    height: row.height,
    fps: row.fps,
    seed: Number(row.seed),
    draft: row.draft,
    isKeeper: row.isKeeper,
    provider: row.provider,
    model: row.model,
    files: filesOf(files),
  };
}

function filesView(id: string, files: readonly FileEntity[]): GenerationFilesView | null {
  const stored = filesOf(files);
  if (stored === null) return null;
  const address = (kind: FileKind): string => `/api/v1/generations/${id}/${kind}`;
  return {
    video: address('video'),
    poster: address('poster'),
    sheet: address('sheet'),
    sha256: stored.sha256,
    bytes: toJsonInteger(stored.bytes),
  };
}

/** What the caller may do now: verbs of the workflow, and what is possible with a finished clip. */
function availableTo(
  row: GenerationEntity,
  actor: Pick<Actor, 'id' | 'roles'>,
  bin: BinNoteView | null,
): string[] {
  if (actor.id !== row.personId) return [];
  const verbs: string[] = available(generationWorkflow, row.state, actor, {});
  if (row.state !== 'succeeded') return verbs;
  const promote = row.draft ? ['promote'] : [];
  if (bin?.state === 'emptied') return [...verbs, ...promote];
  const binned = bin?.state === 'binned' ? ['restore'] : [...(bin === null ? [] : ['restore']), 'bin'];
  if (row.unusableReason !== null) return [...verbs, ...promote, ...binned];
  if (row.isKeeper) return [...verbs, 'unkeep', ...promote];
  return [...verbs, 'keep', 'mark_unusable', ...promote, ...binned];
}

/** What was asked for besides the fields of a clip. */
const wishesOf = (
  brief: Brief | null,
): Pick<GenerationView, 'styleVersion' | 'referenceId' | 'parentId' | 'unhonoured' | 'route'> => ({
  styleVersion: brief?.styleVersion ?? null,
  referenceId: brief?.referenceId ?? null,
  parentId: brief?.parentId ?? null,
  unhonoured: [...(brief?.unhonoured ?? [])],
  route: [...(brief?.route ?? [])],
});

export function viewOf(
  row: GenerationEntity,
  files: readonly FileEntity[],
  actor: Pick<Actor, 'id' | 'roles'>,
  isWithheld = false,
  brief: Brief | null = null,
  bin: BinNoteView | null = null,
): GenerationView {
  return {
    id: row.id,
    batchId: row.batchId,
    programId: row.programId,
    state: row.state,
    prompt: row.prompt,
    negativePrompt: row.negativePrompt,
    style: row.style,
    ...wishesOf(brief),
    seconds: row.seconds,
    resolution: row.resolution,
    fps: row.fps,
    aspect: row.aspect,
    width: row.width,
    height: row.height,
    seed: Number(row.seed),
    seedOrigin: seedOriginOf(row),
    draft: row.draft,
    project: row.project,
    promotedFrom: row.promotedFrom,
    isKeeper: row.isKeeper,
    unusableReason: row.unusableReason,
    progress: row.progress,
    faults: row.faults,
    credits: toJsonInteger(row.credits),
    priceVersion: row.priceVersion,
    provider: row.provider,
    model: row.model,
    queuedAt: row.queuedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    failure: row.failureCode === null ? null : { code: row.failureCode, message: row.failureMessage ?? '' },
    files: isWithheld ? null : filesView(row.id, files),
    isWithheld,
    bin,
    revision: toJsonInteger(row.revision),
    available: isWithheld ? [] : availableTo(row, actor, bin),
  };
}
