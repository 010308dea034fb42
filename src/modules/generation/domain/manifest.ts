import { createHash } from 'node:crypto';
import type { MarkPolicy } from '../../program/contract';
import { labelOf } from './caption';
import type { VideoProvider, VideoRequest, VisibleMark } from './provider';

/** The words of IPTC for where a picture comes from. A formula was trained on nothing, so nothing of the kind is claimed. */
export const SOURCE_TYPES = {
  procedural: 'algorithmicMedia',
  model: 'trainedAlgorithmicMedia',
} as const satisfies Record<VideoProvider['kind'], string>;
export type SourceType = (typeof SOURCE_TYPES)[VideoProvider['kind']];

const SOURCE_TYPE_BASE = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
const PARENT = 'source';
const MINING = ['cawg.ai_generative_training', 'cawg.ai_training', 'cawg.data_mining'] as const;

/** What a clip was asked to be. The prompt goes in as a hash only: it is the artist's own. */
export type Parameters = Pick<
  VideoRequest,
  'prompt' | 'negativePrompt' | 'seconds' | 'width' | 'height' | 'fps' | 'seed' | 'draft'
> & {
  /** Key of the style, or `none`. */
  readonly style: string;
};

/** What is said of a clip in its manifest. Nothing of persons unless `credit` is given. */
export interface Origin {
  readonly generationId: string;
  readonly parameters: Parameters;
  readonly kind: VideoProvider['kind'];
  readonly model: string;
  readonly mark: VisibleMark | null;
  readonly policy: Pick<MarkPolicy, 'trainingUse'>;
  /** The artist's name as they want it, when programme and artist both want it said. */
  readonly credit: string | null;
  /** Whether the file it was made from carries a manifest of its own. */
  readonly hasParent: boolean;
  readonly at: Date;
}

/** Hex; who knows the request can show that a clip belongs to it. */
export function parametersHash({ seed, ...rest }: Parameters): string {
  const { prompt, negativePrompt, style, seconds, width, height, fps, draft } = rest;
  const ordered = [prompt, negativePrompt, style, seconds, width, height, fps, seed, draft];
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex');
}

interface Action {
  readonly action: string;
  readonly [member: string]: unknown;
}

function actionsOf({ kind, model, mark, hasParent, at, generationId, parameters }: Origin): Action[] {
  const when = `${at.toISOString().slice(0, 19)}Z`;
  const softwareAgent = { name: model };
  const facts = {
    'app.atelier.generation': generationId,
    'app.atelier.seed': parameters.seed,
    'app.atelier.parameters': parametersHash(parameters),
  };
  const label = labelOf(kind, mark);
  const words = [mark?.text, label].filter((text) => text !== undefined && text !== null).join(' / ');
  const added =
    words === '' ? [] : [{ action: 'c2pa.addedText', when, description: `visible mark: ${words}` }];
  if (hasParent) {
    const opened = { action: 'c2pa.opened', when, parameters: { ingredientIds: [PARENT], ...facts } };
    const transcoded = { action: 'c2pa.transcoded', when, parameters: { ingredientIds: [PARENT] } };
    return [opened, transcoded, ...added];
  }
  const digitalSourceType = `${SOURCE_TYPE_BASE}${SOURCE_TYPES[kind]}`;
  return [{ action: 'c2pa.created', when, digitalSourceType, softwareAgent, parameters: facts }, ...added];
}

/** The manifest definition (c2pa-rs) of one clip. */
export function manifestOf(origin: Origin): object {
  const { generationId, policy, credit } = origin;
  const use = policy.trainingUse === 'allowed' ? 'allowed' : 'notAllowed';
  const mining = { entries: Object.fromEntries(MINING.map((name) => [name, { use }])) };
  const named = {
    '@context': { dc: 'http://purl.org/dc/elements/1.1/' },
    'dc:creator': [credit],
  };
  return {
    claim_generator_info: [{ name: 'Atelier' }],
    title: `${generationId}.mp4`,
    format: 'video/mp4',
    assertions: [
      { label: 'c2pa.actions.v2', data: { actions: actionsOf(origin) } },
      { label: 'cawg.training-mining', data: mining },
      ...(credit === null ? [] : [{ label: 'cawg.metadata', data: named }]),
    ],
  };
}

/** How the file a clip was made from is named in its manifest. */
export const PARENT_DEFINITION = {
  title: 'output of the model',
  format: 'video/mp4',
  relationship: 'parentOf',
  label: PARENT,
  instance_id: PARENT,
} as const;
