import 'reflect-metadata';
import { boot } from '../../src/boot';
import type { ProviderCheck, VideoProvider } from '../../src/modules/generation/domain/provider';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { takeEverything } from './fleet';

/** A renderer that is done as soon as it is asked: what is measured is everything around it. */
class InstantRenderer implements VideoProvider {
  readonly key = 'procedural';
  readonly kind = 'procedural' as const;
  readonly model = 'instant-1';
  readonly runs = 'here' as const;
  readonly honours = [] as const;
  readonly limits = {
    minSeconds: 1,
    maxSeconds: 30,
    maxWidth: 1920,
    maxHeight: 1920,
    frameRates: [24, 25, 30] as const,
    styles: ['none'] as const,
    maxPromptLength: 2_000,
  };

  estimateSeconds(): number {
    return 1;
  }

  async unavailable(): Promise<string | null> {
    return null;
  }

  async submit({ requestId }: Parameters<VideoProvider['submit']>[0]): ReturnType<VideoProvider['submit']> {
    return { state: 'accepted', ticket: requestId };
  }

  async check(): Promise<ProviderCheck> {
    return { state: 'done', files: { video: '', poster: null, sheet: null }, cpuSeconds: 0 };
  }

  async cancel(): Promise<void> {}

  async discard(): Promise<void> {}
}

/** One of several Ateliers on one database, with every role; tells its parent where it answers, ends with SIGTERM. */
async function main(): Promise<void> {
  const running = await boot(readSettings(Settings, process.env));
  takeEverything(running);
  running.app.get(ProviderRegistry).register(new InstantRenderer(), 'cpu');
  process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
  process.send?.(running.url);
}

void main();
