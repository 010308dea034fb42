import type { Failure, ProviderCheck } from '../../domain/provider';
import { codeOfWords, record, text } from '../answers.mapping';
import type { Field, Fields } from '../domain/template';

/**
 * A workflow saved with "Export (API)" and where our words go in it: `"prompt": ["6.inputs.text"]`. Read from the file
 * that COMFYUI_WORKFLOW names.
 */
export interface ComfyConfig {
  readonly model: string;
  readonly workflow: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Partial<Record<Field, readonly string[]>>>;
  readonly minSeconds: number;
  readonly maxSeconds: number;
  /** `1280x720`; empty: any size up to 1920. */
  readonly sizes: readonly string[];
  readonly fps: 24 | 25 | 30;
}

const FIELDS: readonly Field[] = [
  'prompt', 'negativePrompt', 'seconds', 'width', 'height', 'size', 'aspect', 'resolution', 'fps', 'frames', 'seed',
  'reference', 'requestId',
]; // prettier-ignore

function pathsOf(value: unknown, name: string, workflow: Readonly<Record<string, unknown>>): string[] {
  const paths = (Array.isArray(value) ? value : [value]).map(String);
  for (const path of paths) {
    const steps = path.split('.');
    const owner = steps.slice(0, -1).reduce((at: unknown, step) => record(at)[step], workflow as unknown);
    if (typeof owner !== 'object' || owner === null)
      throw new Error(`fields.${name}: the workflow has no place ${path}`);
  }
  return paths;
}

/** Throws with one sentence about what is wrong with the file. */
export function configOf(content: unknown): ComfyConfig {
  const it = record(content);
  const workflow = record(it.workflow);
  if (Object.keys(workflow).length === 0) throw new Error('workflow: put the exported workflow here');
  const given = record(it.fields);
  const strangers = Object.keys(given).filter((name) => !FIELDS.includes(name as Field));
  if (strangers.length > 0)
    throw new Error(`fields: ${strangers.join(', ')} is no field; there are ${FIELDS.join(', ')}`);
  if (given.prompt === undefined) throw new Error('fields.prompt: say where the prompt goes');
  const fields = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, pathsOf(value, name, workflow)]),
  );
  const fps = it.fps === 25 || it.fps === 30 ? it.fps : 24;
  return {
    model: text(it.model) ?? 'comfyui',
    workflow,
    fields,
    minSeconds: typeof it.minSeconds === 'number' ? it.minSeconds : 1,
    maxSeconds: typeof it.maxSeconds === 'number' ? it.maxSeconds : 10,
    sizes: Array.isArray(it.sizes) ? it.sizes.map(String) : [],
    fps,
  };
}

/** The workflow with our words in their places; those without a value stay as the file has them. */
export function graphOf({ workflow, fields }: ComfyConfig, values: Fields): Record<string, unknown> {
  const graph = structuredClone(workflow) as Record<string, unknown>;
  for (const [name, paths] of Object.entries(fields)) {
    const value = values[name as Field];
    if (value === null) continue;
    for (const path of paths) {
      const steps = path.split('.');
      const owner = steps.slice(0, -1).reduce((at: unknown, step) => record(at)[step], graph as unknown);
      (owner as Record<string, unknown>)[steps.at(-1) ?? ''] = value;
    }
  }
  return graph;
}

export interface Output {
  readonly filename: string;
  readonly subfolder: string;
  readonly type: string;
}

/** The video of a finished prompt, wherever its node calls it. */
export function outputOf(entry: unknown): Output | null {
  for (const node of Object.values(record(record(entry).outputs))) {
    for (const kind of ['videos', 'gifs', 'images']) {
      const list = record(node)[kind];
      for (const file of Array.isArray(list) ? list : []) {
        const { filename, subfolder, type } = record(file);
        if (typeof filename === 'string' && /\.(mp4|mov|m4v)$/i.test(filename))
          return { filename, subfolder: text(subfolder) ?? '', type: text(type) ?? 'output' };
      }
    }
  }
  return null;
}

function failedOf(status: Readonly<Record<string, unknown>>): Failure {
  const messages: unknown[] = Array.isArray(status.messages) ? status.messages : [];
  const find = (kind: string): unknown =>
    messages
      .map((one) => (Array.isArray(one) ? (one as unknown[]) : []))
      .find(([name]) => name === kind)?.[1];
  if (find('execution_interrupted') !== undefined)
    return { state: 'failed', code: 'CANCELLED', message: 'The renderer was told to stop.' };
  const error = record(find('execution_error'));
  const words = `${text(error.exception_type) ?? ''} ${text(error.exception_message) ?? ''}`.trim();
  return {
    state: 'failed',
    code: codeOfWords(words) ?? 'UNKNOWN',
    message: words.slice(0, 500) || 'No reason was given.',
  };
}

/** What an entry of the history says. */
export function checkOf(entry: unknown): ProviderCheck {
  const status = record(record(entry).status);
  if (status.status_str === 'error') return failedOf(status);
  if (outputOf(entry) !== null) return { state: 'ready' };
  return { state: 'failed', code: 'BAD_OUTPUT', message: 'The workflow has made no MP4.' };
}

/** One entry of `GET /queue`: number, id, workflow, extra data, outputs. */
export interface Queued {
  readonly id: string;
  readonly client: string | null;
}

export function queuedOf(list: unknown): Queued[] {
  return (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
    const [, id, , extra] = Array.isArray(one) ? (one as unknown[]) : [];
    return typeof id === 'string' ? [{ id, client: text(record(extra).client_id) }] : [];
  });
}
