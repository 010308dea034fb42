import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { FfmpegLocator } from '../../../platform/media/ffmpeg';
import { Handles } from '../../../platform/queue/job.registry';
import { tooOld } from '../finishing/finishing.service';
import { isHosted, type VideoProvider } from '../domain/provider';
import { CHECK_PROVIDERS } from '../generation.jobs';
import { ProviderRegistry } from '../providers/registry.provider';
import { CircuitService } from './circuit.service';
import { ProviderRepository } from './provider.repository';

/** Introduces the providers of this installation, and asks each once a minute whether it would serve us. */
@Injectable()
export class HealthProcessor implements OnModuleInit {
  private readonly log = new Logger('providers');

  constructor(
    private readonly db: Database,
    private readonly registry: ProviderRegistry,
    private readonly providers: ProviderRepository,
    private readonly circuits: CircuitService,
    private readonly ffmpeg: FfmpegLocator,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.introduce();
  }

  /** Makes the rows of providers that are new here. */
  async introduce(): Promise<void> {
    for (const { provider, pool } of this.registry.all())
      await this.db.tx((tx) => this.providers.introduce(tx, provider.key, pool));
  }

  @Handles(CHECK_PROVIDERS)
  async checkAll(): Promise<void> {
    await Promise.all(this.registry.all().map(({ provider }) => this.check(provider)));
  }

  async check(provider: VideoProvider): Promise<void> {
    const ailment = await this.test(provider);
    await this.db.tx((tx) => this.providers.noteHealth(tx, provider.key, ailment));
    this.circuits.forget();
    if (ailment !== null) this.log.warn({ provider: provider.key, ailment }, 'a self-test failed');
  }

  private async test(provider: VideoProvider): Promise<string | null> {
    try {
      if (!isHosted(provider)) return await provider.unavailable();
      // What comes from elsewhere must be decoded before it is delivered.
      const finding = await this.ffmpeg.find();
      if (!finding.found) return finding.reason;
      return finding.ffmpeg.mayDecodeUntrusted ? await provider.selfTest() : tooOld(finding.ffmpeg);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
