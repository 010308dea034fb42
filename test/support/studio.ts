import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { startTestApp, type Answer, type CastName, type TestApp } from './app';
import { FakeProvider } from './fake-provider';
import { openProgram } from './program';

export interface Clip {
  readonly id: string;
  readonly state: string;
  readonly seed: number;
  readonly credits: number;
  readonly progress: number;
  readonly faults: number;
  readonly files: { video: string; sha256: string; bytes: number } | null;
}

export interface Batch {
  readonly batchId: string;
  readonly generations: Clip[];
  readonly code?: string;
}

export interface Quota {
  readonly balance: number;
  readonly held: number;
  readonly available: number;
  readonly items: { kind: string; credits: number; generationId: string | null }[];
}

const REQUEST = {
  prompt: 'a quiet harbour',
  seconds: 1,
  resolution: '360p',
  fps: 24,
  aspect: '16:9',
  draft: false,
};
/** Credits of one clip as `submit` asks for it. */
export const PRICE = 2;
const ENDS = ['succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused'];

/** An Atelier whose renderer is the fake, with one open programme. */
export class Studio {
  private constructor(
    readonly atelier: TestApp,
    readonly fake: FakeProvider,
    readonly program: string,
  ) {}

  static async start(name: string, env: Record<string, string> = {}): Promise<Studio> {
    const atelier = await startTestApp(name, { env });
    const fake = new FakeProvider();
    atelier.app.get(ProviderRegistry).register(fake, 'cpu');
    return new Studio(atelier, fake, (await openProgram(atelier)).id);
  }

  async stop(): Promise<void> {
    this.fake.open();
    await this.atelier.stop();
    this.fake.remove();
  }

  async ask<T = Batch>(
    method: string,
    path: string,
    as: CastName,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<T>> {
    return this.atelier.request<T>(method, `/api/v1${path}`, {
      as,
      ...(body === undefined ? {} : { body }),
      ...(headers === undefined ? {} : { headers }),
    });
  }

  request(more: object = {}): object {
    return { ...REQUEST, programId: this.program, ...more };
  }

  async submit(as: CastName, more: object = {}, headers?: Record<string, string>): Promise<Answer<Batch>> {
    return this.ask('POST', '/generations', as, this.request(more), headers);
  }

  /** The first clip of an accepted request. */
  async submitted(as: CastName, more: object = {}): Promise<Clip> {
    const { status, body } = await this.submit(as, more);
    if (status !== 201) throw new Error(`not accepted: ${JSON.stringify(body)}`);
    return body.generations[0] as Clip;
  }

  async clip(as: CastName, id: string): Promise<Clip> {
    return (await this.ask<Clip>('GET', `/generations/${id}`, as)).body;
  }

  async quota(as: CastName): Promise<Quota> {
    return (await this.ask<Quota>('GET', `/quota?programId=${this.program}`, as)).body;
  }

  /** Waits up to 20 s until the clip is in one of `states`; without them, until it has ended. */
  async until(as: CastName, id: string, states: readonly string[] = ENDS): Promise<Clip> {
    for (let turn = 0; turn < 400; turn += 1) {
      const clip = await this.clip(as, id);
      if (states.includes(clip.state)) return clip;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${id} is still ${(await this.clip(as, id)).state}`);
  }
}
