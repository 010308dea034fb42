import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  FAILURE_CODES,
  type Failure,
  type HostedProvider,
  type ProviderCheck,
  type VideoRequest,
} from '../../src/modules/generation/domain/provider';
import { ComfyServer } from '../support/vendors/comfyui';
import { FalServer } from '../support/vendors/fal';
import { OpenAiServer } from '../support/vendors/openai';
import { ReplicateServer } from '../support/vendors/replicate';
import { RunwayServer } from '../support/vendors/runway';
import { RETRY_AFTER, type VendorServer } from '../support/vendors/server';
import { ticketOf } from '../support/ticket';

jest.setTimeout(60_000);

const TIMEOUT_MS = 1_500;
const request = (more: Partial<VideoRequest> = {}): VideoRequest => ({
  requestId: `gen_${Math.random().toString(36).slice(2)}.1`,
  prompt: 'a quiet harbour',
  negativePrompt: null,
  style: 'none',
  seconds: 2,
  width: 1280,
  height: 720,
  fps: 24,
  seed: 7,
  draft: false,
  reference: null,
  parameters: {},
  mark: null,
  ...more,
});

const rigs = [OpenAiServer, FalServer, ReplicateServer, ComfyServer, RunwayServer] as const;

/** What a provider does about a submit whose answer was lost. */
const FINDS: Readonly<Record<string, 'found' | 'unsure'>> = {
  openai: 'found',
  replicate: 'found',
  comfyui: 'found',
  fal: 'unsure',
  runway: 'unsure',
};

describe.each(rigs.map((Rig) => [new Rig().key, Rig] as const))('%s', (key, Rig) => {
  let vendor: VendorServer;
  let provider: HostedProvider;
  let folder: string;

  beforeAll(async () => {
    vendor = new Rig();
    await vendor.start();
    folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-hosted-'));
  });
  beforeEach(() => {
    vendor.calm();
    vendor.close();
    provider = vendor.provider(TIMEOUT_MS);
  });
  afterEach(() => expect(vendor.refused).toEqual([]));
  afterAll(async () => {
    await vendor.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function submitted(more: Partial<VideoRequest> = {}): Promise<string> {
    return ticketOf(await provider.submit(request(more)));
  }

  /** Looks until the clip has ended; what was seen on the way never falls. */
  async function ended(ticket: string): Promise<ProviderCheck> {
    let progress = 0;
    for (let turn = 0; turn < 10; turn += 1) {
      const check = await provider.check(ticket);
      if (check.state !== 'running') return check;
      expect(check.progress).toBeGreaterThanOrEqual(progress);
      expect(check.progress).toBeLessThanOrEqual(1);
      progress = check.progress;
    }
    throw new Error('it never ends');
  }

  const failure = async (more: Partial<VideoRequest>): Promise<Failure> => {
    const check = await ended(await submitted(more));
    if (check.state !== 'failed') throw new Error(`it came to ${check.state}`);
    expect(FAILURE_CODES).toContain(check.code);
    return check;
  };

  test('says how often it may be asked, and for how many clips', () => {
    expect(provider.places).toBeGreaterThan(0);
    expect(provider.checkSeconds).toBeGreaterThanOrEqual(1);
  });

  test('tells the vendor only what it documents, wishes included', async () => {
    const reference = { contentType: 'image/png', content: Buffer.from('png') } as const;
    const wished = provider.honours.includes('reference') ? { reference } : {};
    await submitted({ negativePrompt: 'people', ...wished });
    const sent = JSON.stringify(vendor.submits.at(-1));
    expect(sent.includes('people')).toBe(provider.honours.includes('negativePrompt'));
    expect(sent.includes('7')).toBe(provider.honours.includes('seed'));
  });

  test('keeps a refusal by policy apart from everything else', async () => {
    expect(await failure({ prompt: 'against the policy' })).toMatchObject({ code: 'CONTENT_POLICY' });
    expect((await failure({ prompt: 'it will crash' })).code).toBe('TRANSIENT');
  });

  test('a submit that surely did not arrive has failed, one that may have arrived is unknown', async () => {
    const before = vendor.submits.length;
    vendor.meet('submit', 'error');
    expect(await provider.submit(request())).toMatchObject({ state: 'failed', code: 'TRANSIENT' });
    vendor.meet('submit', 'unavailable');
    expect(await provider.submit(request())).toMatchObject({ state: 'failed', code: 'TRANSIENT' });
    vendor.meet('submit', 'gateway');
    expect((await provider.submit(request())).state).toBe('unknown');
    vendor.meet('submit', 'html');
    expect((await provider.submit(request())).state).toBe('unknown');
    expect(vendor.submits).toHaveLength(before);
    vendor.meet('submit', 'slow');
    expect((await provider.submit(request())).state).toBe('unknown');
    const gone = new Rig();
    await gone.start();
    const silent = gone.provider(TIMEOUT_MS);
    await gone.stop();
    expect(await silent.submit(request())).toMatchObject({ state: 'failed', code: 'TRANSIENT' });
  });

  test('a submit whose answer was lost is sent once, and found again where the vendor can tell', async () => {
    const lost = request({ prompt: `lost at ${Date.now()}` });
    const before = vendor.submits.length;
    vendor.meet('submit', 'lost');
    expect((await provider.submit(lost)).state).toBe('unknown');
    expect(vendor.submits).toHaveLength(before + 1);
    const sentAt = new Date();
    const found = await provider.reconcile({ request: lost, sentAt, taken: [] });
    expect(found.state).toBe(FINDS[key]);
    if (found.state !== 'found') return;
    expect(await ended(found.ticket)).toEqual({ state: 'ready' });
    const other = request({ prompt: `never sent at ${Date.now()}` });
    expect(await provider.reconcile({ request: other, sentAt, taken: [] })).toEqual({ state: 'absent' });
    vendor.meet('look', 'html', 'html', 'html');
    expect((await provider.reconcile({ request: lost, sentAt, taken: [] })).state).toBe('unsure');
  });

  test('names too many requests, a used up account and a dead key for what they are', async () => {
    vendor.meet('submit', 'busy', 'used_up', 'forbidden');
    expect(await provider.submit(request())).toMatchObject({ code: 'RATE_LIMITED', retryAfter: RETRY_AFTER });
    expect(await provider.submit(request())).toMatchObject({ code: 'QUOTA' });
    expect(await provider.submit(request())).toMatchObject({ code: 'AUTH' });
  });

  test('a look that fails tells nothing of the clip', async () => {
    const ticket = await submitted();
    for (const fault of ['error', 'busy', 'html', 'forbidden', 'lost'] as const) {
      vendor.calm();
      vendor.meet('look', fault);
      const check = await provider.check(ticket);
      expect({ fault, state: check.state }).toEqual({ fault, state: 'unclear' });
      if (fault === 'busy')
        expect(check).toMatchObject({ failure: { code: 'RATE_LIMITED', retryAfter: RETRY_AFTER } });
    }
    vendor.calm();
    expect(await ended(ticket)).toEqual({ state: 'ready' });
  });

  test('a link that has expired and a page for a file are bad output, a broken fetch is tried again', async () => {
    for (const prompt of ['expired', 'page']) {
      const ticket = await submitted({ prompt });
      expect(await ended(ticket)).toEqual({ state: 'ready' });
      expect(await provider.fetch(ticket, folder)).toMatchObject({ state: 'failed', code: 'BAD_OUTPUT' });
    }
    const ticket = await submitted();
    await ended(ticket);
    vendor.meet('fetch', 'unavailable');
    expect(await provider.fetch(ticket, folder)).toMatchObject({ state: 'unclear' });
    const fetched = await provider.fetch(ticket, folder);
    if (fetched.state !== 'fetched') throw new Error(JSON.stringify(fetched));
    expect((await readFile(fetched.video)).subarray(4, 8).toString()).toBe('ftyp');
  });

  test('a self-test says whether it would serve us', async () => {
    expect(await provider.selfTest()).toBeNull();
  });
});
