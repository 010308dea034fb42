import { Injectable } from '@nestjs/common';
import type { VideoProvider } from '../domain/provider';

interface Registered {
  readonly provider: VideoProvider;
  /** The pool whose workers run it. */
  readonly pool: string;
}

/** Every renderer this installation has. docs/providers.md says how to add one. */
@Injectable()
export class ProviderRegistry {
  private readonly byKey = new Map<string, Registered>();

  /** The first one registered is preferred; registering a key again replaces the provider behind it. */
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

  /** All of them, the preferred one first. */
  providers(): readonly VideoProvider[] {
    return [...this.byKey.values()].map(({ provider }) => provider);
  }

  pools(): readonly string[] {
    return [...new Set([...this.byKey.values()].map(({ pool }) => pool))].toSorted();
  }

  /** The first provider that can run at present, or the reasons why none can. */
  async choose(
    allowed: readonly string[] = [],
  ): Promise<Registered | { readonly reasons: readonly string[] }> {
    const reasons: string[] = [];
    for (const registered of this.byKey.values()) {
      if (allowed.length > 0 && !allowed.includes(registered.provider.key)) continue;
      const reason = await registered.provider.unavailable();
      if (reason === null) return registered;
      reasons.push(`${registered.provider.key}: ${reason}`);
    }
    return { reasons };
  }

  /** Why no clip can be made at present, or `null`. */
  async whyNone(): Promise<string | null> {
    const chosen = await this.choose();
    return 'provider' in chosen ? null : chosen.reasons.join('; ');
  }
}
