import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../db/database';

export interface PartHealth {
  readonly part: string;
  readonly isReady: boolean;
  readonly says: string;
}

type Probe = () => Promise<string | null>;

/** Collects what this process needs to serve. A module adds a probe for what it stands on. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private readonly probes = new Map<string, { probe: Probe; isVital: boolean }>();
  private isUp = false;

  constructor(private readonly db: Database) {
    this.add('database', async () => {
      await this.db.read('SELECT 1');
      return null;
    });
  }

  /** `probe` answers `null` when all is well, else one sentence. A part that is not vital is shown but does not stop traffic. */
  add(part: string, probe: Probe, isVital = true): void {
    this.probes.set(part, { probe, isVital });
  }

  open(): void {
    this.isUp = true;
  }

  /** Load balancers must see "not ready" before the listener closes. */
  beforeApplicationShutdown(): void {
    this.isUp = false;
  }

  async check(): Promise<{ isReady: boolean; parts: PartHealth[] }> {
    const parts = await Promise.all(
      [...this.probes].map(async ([part, { probe, isVital }]) => {
        const says = await probe().catch((error: unknown) =>
          error instanceof Error ? error.message : String(error),
        );
        return { part, isReady: says === null, isVital, says: says ?? 'ok' };
      }),
    );
    const isReady = this.isUp && parts.every((part) => part.isReady || !part.isVital);
    return {
      isReady,
      parts: parts.map(({ part, isReady: ready, says }) => ({ part, isReady: ready, says })),
    };
  }
}
