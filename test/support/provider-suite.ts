import { setTimeout as wait } from 'node:timers/promises';
import {
  FAILURE_CODES,
  isHosted,
  WISHES,
  type ProviderCheck,
  type VideoProvider,
  type VideoRequest,
} from '../../src/modules/generation/domain/provider';
import { probeVideo } from '../../src/platform/media/probe';
import { ticketOf } from './ticket';

/** One provider with whatever it renders at, and the words by which it does something in particular. */
export interface ProviderRig {
  start(): Promise<void>;
  stop(): Promise<void>;
  provider(): VideoProvider;
  /** An own folder for files that are brought here. */
  readonly folder: string;
  /** A clip that is soon there. */
  readonly quick: Partial<VideoRequest>;
  /** A clip that is long under way. */
  readonly slow: Partial<VideoRequest>;
  /** A clip that does not come out, and is never tried again. */
  readonly wrong: Partial<VideoRequest>;
}

let requests = 0;
const requestOf = (more: Partial<VideoRequest>): VideoRequest => ({
  requestId: `gen_suite_${(requests += 1)}.1`,
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

const STRANGER = '00000000-0000-4000-8000-999999999999';
/** What is decided by the words of a request stays decided. */
const NEVER_AGAIN: readonly string[] = ['CONTENT_POLICY', 'INVALID_INPUT'];

/** What the port promises, whoever stands behind it: every provider passes all of it. */
export function everyProvider(name: string, open: () => Promise<ProviderRig>): void {
  describe(`${name}, as every provider`, () => {
    let rig: ProviderRig;
    let provider: VideoProvider;
    beforeAll(async () => {
      rig = await open();
      await rig.start();
      provider = rig.provider();
    });
    afterAll(() => rig?.stop());

    const submitted = async (more: Partial<VideoRequest>): Promise<string> =>
      ticketOf(await provider.submit(requestOf(more)));

    /** Looks until it has ended; what was seen on the way never falls and stays within 0 … 1. */
    async function ended(ticket: string): Promise<ProviderCheck> {
      for (let progress = 0; ;) {
        const check = await provider.check(ticket);
        if (check.state !== 'running') return check;
        expect(check.progress).toBeGreaterThanOrEqual(progress);
        expect(check.progress).toBeLessThanOrEqual(1);
        progress = check.progress;
        await wait(10);
      }
    }

    test('states limits that fit together, and what it honours', async () => {
      const { limits, honours } = provider;
      expect(limits.minSeconds).toBeGreaterThan(0);
      expect(limits.minSeconds).toBeLessThanOrEqual(limits.maxSeconds);
      expect(limits.maxWidth * limits.maxHeight).toBeGreaterThan(0);
      expect(limits.frameRates.length).toBeGreaterThan(0);
      expect(limits.styles).toContain('none');
      expect(limits.maxPromptLength).toBeGreaterThan(0);
      expect(new Set(honours).size).toBe(honours.length);
      expect(honours.filter((wish) => !WISHES.includes(wish))).toEqual([]);
      expect(await provider.unavailable()).toBeNull();
      const [short, long] = [limits.minSeconds, limits.maxSeconds].map((seconds) =>
        provider.estimateSeconds(requestOf({ seconds })),
      ) as [number, number];
      expect(short).toBeGreaterThan(0);
      expect(long).toBeGreaterThanOrEqual(short);
    });

    test('makes a clip of the size that was asked for, with progress that never falls', async () => {
      const request = requestOf(rig.quick);
      const ticket = ticketOf(await provider.submit(request));
      const check = await ended(ticket);
      const fetched = isHosted(provider) ? await provider.fetch(ticket, rig.folder) : null;
      const video =
        check.state === 'done' ? check.files.video : fetched?.state === 'fetched' ? fetched.video : '';
      expect(check.state).toBe(isHosted(provider) ? 'ready' : 'done');
      const { width, height } = request;
      expect(await probeVideo(video)).toMatchObject({ ok: true, facts: { width, height } });
      await provider.discard(ticket);
    });

    test('a repeated submit is one render: known again here, looked for there', async () => {
      const request = requestOf(rig.slow);
      const sentAt = new Date();
      const ticket = ticketOf(await provider.submit(request));
      if (isHosted(provider)) {
        // Nobody submits again there: what a lost answer left behind is looked for, or cannot be told.
        const found = await provider.reconcile({ request, sentAt, taken: [] });
        expect([ticket, 'unsure']).toContain(found.state === 'found' ? found.ticket : found.state);
        const other = requestOf({ prompt: 'never sent' });
        const absent = await provider.reconcile({ request: other, sentAt, taken: [ticket] });
        expect(['absent', 'unsure']).toContain(absent.state);
      } else expect(ticketOf(await provider.submit({ ...request }))).toBe(ticket);
      await provider.cancel(ticket);
      await provider.discard(ticket);
    });

    test('stops when told to, however often, and forgets, however often', async () => {
      const ticket = await submitted(rig.slow);
      await provider.check(ticket);
      await Promise.all([provider.cancel(ticket), provider.cancel(ticket)]);
      await provider.cancel(ticket);
      const check = await provider.check(ticket);
      if (check.state === 'failed') expect(NEVER_AGAIN).not.toContain(check.code);
      else expect(check.state).toBe('unknown');
      await provider.discard(ticket);
      await provider.discard(ticket);
    });

    test('told to stop too late is finished or gone, and nobody’s clip is to blame', async () => {
      const ticket = await submitted(rig.quick);
      const { state } = await ended(ticket);
      await provider.cancel(ticket);
      const check = await provider.check(ticket);
      // Some vendors delete what they are told to stop; what runs here is kept.
      if (check.state === 'failed') expect(NEVER_AGAIN).not.toContain(check.code);
      else expect(isHosted(provider) ? [state, 'unknown'] : [state]).toContain(check.state);
      await provider.discard(ticket);
    });

    test('a ticket that it does not know is unknown, and may be stopped and forgotten', async () => {
      expect(await provider.check(STRANGER)).toEqual({ state: 'unknown' });
      await provider.cancel(STRANGER);
      await provider.discard(STRANGER);
    });

    test('says no with a code of the closed list and a sentence', async () => {
      const submission = await provider.submit(requestOf(rig.wrong));
      const check = submission.state === 'accepted' ? await ended(submission.ticket) : submission;
      if (check.state !== 'failed') throw new Error(`it came to ${check.state}`);
      expect(FAILURE_CODES).toContain(check.code);
      expect(NEVER_AGAIN).toContain(check.code);
      expect(check.message.length).toBeGreaterThan(5);
    });
  });
}
