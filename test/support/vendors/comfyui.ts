import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { configOf } from '../../../src/modules/generation/providers/comfyui/comfyui.mapping';
import { ComfyProvider } from '../../../src/modules/generation/providers/comfyui/comfyui.provider';
import {
  parseJson,
  VendorServer,
  type Call,
  type Fault,
  type Job,
  type Kind,
  type Reply,
  word,
} from './server';

export const COMFY_FILE = {
  model: 'wan-2.2-ti2v',
  maxSeconds: 12,
  workflow: {
    '3': { class_type: 'KSampler', inputs: { seed: 0, steps: 20, positive: ['6', 0], negative: ['7', 0] } },
    '6': { class_type: 'CLIPTextEncode', inputs: { text: '' } },
    '7': { class_type: 'CLIPTextEncode', inputs: { text: 'blurry' } },
    '8': { class_type: 'EmptyLatentVideo', inputs: { width: 1, height: 1, length: 1 } },
    '9': { class_type: 'CreateVideo', inputs: { fps: 24 } },
    '10': { class_type: 'SaveVideo', inputs: { filename_prefix: 'atelier' } },
  },
  fields: {
    prompt: ['6.inputs.text'],
    negativePrompt: '7.inputs.text',
    seed: ['3.inputs.seed'],
    width: ['8.inputs.width'],
    height: ['8.inputs.height'],
    frames: ['8.inputs.length'],
    fps: ['9.inputs.fps'],
  },
};

interface Node {
  readonly class_type: string;
  readonly inputs: Record<string, unknown>;
}

/** One ComfyUI server: a queue of one, a history, files by name. */
export class ComfyServer extends VendorServer {
  readonly key = 'comfyui';
  private readonly clients = new Map<string, string>();

  env(): Record<string, string> {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'atelier-comfy-')), 'workflow.json');
    writeFileSync(file, JSON.stringify(COMFY_FILE));
    return { COMFYUI_URL: this.url, COMFYUI_WORKFLOW: file, COMFYUI_PLACES: '2' };
  }

  provider(timeoutMs: number): ComfyProvider {
    return new ComfyProvider({ url: this.url, config: configOf(COMFY_FILE), places: 1, timeoutMs });
  }

  protected kindOf({ method, url }: Call): Kind | null {
    if (url.pathname === '/view') return 'fetch';
    if (url.pathname === '/prompt') return 'submit';
    return method === 'GET' ? 'look' : null;
  }

  protected faultReply(fault: Fault): Reply {
    const status =
      { forbidden: 401, unavailable: 503, gateway: 504, busy: 429, used_up: 402 }[fault as string] ?? 500;
    const headers: Record<string, string> = fault === 'busy' ? { 'retry-after': '7' } : {};
    return { status, headers, body: { error: { type: 'proxy', message: 'It broke.' } } };
  }

  protected async answer(call: Call): Promise<Reply> {
    const { method, url } = call;
    const { pathname } = url;
    if (pathname === '/system_stats')
      return { status: 200, body: { system: { comfyui_version: '0.3' }, devices: [] } };
    if (pathname === '/prompt' && method === 'POST') return this.create(call);
    if (pathname === '/queue' && method === 'GET') return this.queue();
    if (pathname === '/queue' || pathname === '/interrupt') return this.stopJobs(call);
    if (pathname === '/history' && method === 'POST') return { status: 200 };
    if (pathname.startsWith('/history')) return this.history(pathname.split('/')[2]);
    if (pathname === '/view') {
      const job = this.jobs.get((url.searchParams.get('filename') ?? '').replace('.mp4', ''));
      return job === undefined ? { status: 404 } : this.fileOf(job);
    }
    return { status: 404 };
  }

  private create({ body }: Call): Reply {
    const given = parseJson(body);
    const strange = this.strange(given, [
      'prompt',
      'client_id',
      'prompt_id',
      'extra_data',
      'front',
      'number',
    ]);
    if (strange !== null)
      return { status: 400, body: { error: { type: 'invalid_prompt', message: strange }, node_errors: {} } };
    const graph = given.prompt as Record<string, Node>;
    const text = word(graph['6']?.inputs.text);
    if (text.includes('unreadable')) {
      const error = {
        type: 'prompt_outputs_failed_validation',
        message: 'Prompt outputs failed validation',
        details: '',
        extra_info: {},
      };
      return { status: 400, body: { error, node_errors: { '6': { errors: [] } } } };
    }
    const { width, height, length } = graph['8']?.inputs ?? {};
    const fps = Number(graph['9']?.inputs.fps);
    const shape = { width: Number(width), height: Number(height), fps, seconds: (Number(length) - 1) / fps };
    const job = this.add(text, shape, given);
    this.clients.set(job.id, word(given.client_id));
    return { status: 200, body: { prompt_id: job.id, number: this.jobs.size, node_errors: {} } };
  }

  private entryOf({ id, input }: Job): unknown[] {
    return [1, id, input.prompt, { client_id: this.clients.get(id) }, ['10']];
  }

  private stageOf(job: Job): ReturnType<VendorServer['look']> {
    return this.look({ ...job, looks: job.looks });
  }

  private queue(): Reply {
    const open = [...this.jobs.values()].filter((job) => ['waiting', 'running'].includes(this.stageOf(job)));
    for (const job of open) job.looks += 1;
    const [running, ...pending] = open.map((job) => this.entryOf(job));
    return {
      status: 200,
      body: { queue_running: running === undefined ? [] : [running], queue_pending: pending },
    };
  }

  private history(id: string | undefined): Reply {
    const ended = [...this.jobs.values()].filter(
      (job) => !['waiting', 'running'].includes(this.stageOf(job)),
    );
    const asked = id === undefined ? ended : ended.filter((job) => job.id === id);
    return { status: 200, body: Object.fromEntries(asked.map((job) => [job.id, this.past(job)])) };
  }

  private past(job: Job): object {
    const stage = this.stageOf(job);
    const prompt = this.entryOf(job);
    if (stage === 'done') {
      const file = { filename: `${job.id}.mp4`, subfolder: '', type: 'output' };
      const status = { status_str: 'success', completed: true, messages: [] };
      return { prompt, outputs: { '10': { images: [file], animated: [true] } }, status };
    }
    const why = stage === 'policy' ? 'NSFW content detected' : 'CUDA out of memory';
    const message =
      stage === 'canceled'
        ? ['execution_interrupted', { prompt_id: job.id }]
        : ['execution_error', { prompt_id: job.id, exception_type: 'RuntimeError', exception_message: why }];
    return { prompt, outputs: {}, status: { status_str: 'error', completed: false, messages: [message] } };
  }

  private stopJobs({ body, url }: Call): Reply {
    const given = parseJson(body);
    const ids = url.pathname === '/interrupt' ? [given.prompt_id] : (given.delete as unknown[]);
    for (const id of ids) {
      const job = this.jobs.get(String(id));
      if (job !== undefined) job.isCanceled = true;
    }
    return { status: 200 };
  }
}
