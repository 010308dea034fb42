import 'reflect-metadata';
import { boot } from '../../src/boot';
import type { ProviderCheck } from '../../src/modules/generation/domain/provider';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { takeEverything } from './fleet';
import { StandIn } from './renderer';

/** Done as soon as it is asked. */
class InstantRenderer extends StandIn {
  readonly model = 'instant-1';

  async check(): Promise<ProviderCheck> {
    return { state: 'done', files: { video: '', poster: null, sheet: null }, cpuSeconds: 0 };
  }
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
