import { DispatchService } from '../../src/modules/generation/pool/dispatch.service';
import { RoundService } from '../../src/modules/generation/hosted/round.service';
import { startTestApp, type TestApp } from './app';
import { enrollArtist } from './artist';
import { openProgram } from './program';
import type { Clip, Quota } from './studio';
import { FalServer } from './vendors/fal';
import { OpenAiServer } from './vendors/openai';
import { ReplicateServer } from './vendors/replicate';

export const ENDS = ['succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused'];

export interface ProviderCard {
  readonly state: string;
  readonly advice: string | null;
  readonly doubtful: number;
  readonly lastError: { code: string; message: string } | null;
  readonly available: string[];
  readonly ailment: string | null;
}

type Made = Clip & { readonly provider: string };
type Whole = Clip & Record<string, unknown>;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Looks every 50 ms until `done`, for half a minute. */
export async function eventually(done: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (await done()) return;
    await pause(50);
  }
}

/** An Atelier that renders at three vendors, with one open programme. */
export class HostedRig {
  readonly openai = new OpenAiServer();
  readonly fal = new FalServer();
  readonly replicate = new ReplicateServer();
  readonly vendors = { openai: this.openai, fal: this.fal, replicate: this.replicate };
  atelier: TestApp;
  program: string;

  async start(name: string): Promise<void> {
    const all = Object.values(this.vendors);
    for (const vendor of all) await vendor.start();
    const env = Object.assign({}, ...all.map((vendor) => vendor.env())) as Record<string, string>;
    this.atelier = await startTestApp(name, { env: { ...env, ATELIER_OLD_FFMPEG: 'allow' } });
    this.program = (await openProgram(this.atelier)).id;
    await enrollArtist(this.atelier, this.program, 'artist');
  }

  async stop(): Promise<void> {
    await this.atelier.stop();
    for (const vendor of Object.values(this.vendors)) await vendor.stop();
  }

  /** Everybody well, and clips go to the first vendor. */
  async calm(): Promise<void> {
    for (const vendor of Object.values(this.vendors)) {
      vendor.calm();
      vendor.close();
    }
    await this.atelier.db.tx((tx) =>
      tx.run(`UPDATE generation_providers SET state = 'closed', failures = 0, trips = 0, hold_until = NULL`),
    );
    await this.pin('openai');
  }

  async pin(key: string): Promise<void> {
    for (const one of ['procedural', ...Object.keys(this.vendors)]) {
      const body = { isPinned: one === key };
      const { status } = await this.atelier.request('PUT', `/api/v1/providers/${one}`, {
        as: 'manager',
        body,
      });
      if (status !== 200) throw new Error(`${one} cannot be set: ${status}`);
    }
  }

  async submit(prompt: string, more: object = {}): Promise<Made> {
    const form = { seconds: 1, resolution: '360p', fps: 24, aspect: '16:9', draft: false };
    const body = { ...form, programId: this.program, prompt, ...more };
    const ask = { as: 'artist', body } as const;
    const answer = await this.atelier.request<{ generations: Made[] }>('POST', '/api/v1/generations', ask);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.generations[0] as Made;
  }

  async clip(id: string): Promise<Whole> {
    return (await this.atelier.request<Whole>('GET', `/api/v1/generations/${id}`, { as: 'artist' })).body;
  }

  async until(id: string, states: readonly string[] = ENDS): Promise<Whole> {
    await eventually(async () => states.includes((await this.clip(id)).state));
    const clip = await this.clip(id);
    if (!states.includes(clip.state)) throw new Error(`${id} is ${clip.state}, not ${states.join(', ')}`);
    return clip;
  }

  async quota(): Promise<Quota> {
    const path = `/api/v1/quota?programId=${this.program}`;
    return (await this.atelier.request<Quota>('GET', path, { as: 'artist' })).body;
  }

  async provider(key: string): Promise<ProviderCard> {
    const { body } = await this.atelier.request<{ items: (ProviderCard & { key: string })[] }>(
      'GET',
      '/api/v1/providers',
      { as: 'manager' },
    );
    return body.items.find((item) => item.key === key) as ProviderCard;
  }

  async round(): Promise<void> {
    await this.atelier.app.get(DispatchService).round();
    await this.atelier.app.get(RoundService).round();
  }
}
