import { Injectable } from '@nestjs/common';
import type { JobKind } from '../../../platform/queue/job';
import { isHosted, type HostedProvider, type VideoProvider } from '../domain/provider';
import { RENDER, SEND, type RenderJob } from '../generation.jobs';

export interface Registered {
  readonly provider: VideoProvider;
  /** The pool whose workers run it. */
  readonly pool: string;
}

/** Every renderer this installation has. docs/providers.md says how to add one. */
@Injectable()
export class ProviderRegistry {
  private readonly byKey = new Map<string, Registered>();

  /** Among equals the first one registered is preferred; registering a key again replaces the provider behind it. */
  register(provider: VideoProvider, pool: string): void {
    this.byKey.set(provider.key, { provider, pool });
  }

  /** Throws when a row names a provider that this installation no longer has. */
  get(key: string): VideoProvider {
    const found = this.byKey.get(key);
    if (found === undefined) throw new Error(`there is no provider ${key} in this installation`);
    return found.provider;
  }

  find(key: string): VideoProvider | null {
    return this.byKey.get(key)?.provider ?? null;
  }

  all(): readonly Registered[] {
    return [...this.byKey.values()];
  }

  /** All of them, the preferred one first. */
  providers(): readonly VideoProvider[] {
    return [...this.byKey.values()].map(({ provider }) => provider);
  }

  /** Those that render on machines of their own. */
  hosted(): readonly HostedProvider[] {
    return this.all()
      .map(({ provider }) => provider)
      .filter(isHosted);
  }

  pools(): readonly string[] {
    return [...new Set(this.all().map(({ pool }) => pool))].toSorted();
  }

  poolOf(key: string): string {
    this.get(key);
    return this.byKey.get(key)?.pool ?? '';
  }

  /** How a clip released to this pool is begun: by a worker that stays with it, or by handing it over. */
  jobOf(pool: string): JobKind<RenderJob> {
    return this.all().some((one) => one.pool === pool && isHosted(one.provider)) ? SEND : RENDER;
  }

  /** Why no clip can be made at present, or `null`. */
  async whyNone(): Promise<string | null> {
    const reasons: string[] = [];
    for (const { provider } of this.all()) {
      const reason = await provider.unavailable();
      if (reason === null) return null;
      reasons.push(`${provider.key}: ${reason}`);
    }
    return reasons.length === 0 ? 'no renderer is set up' : reasons.join('; ');
  }
}
