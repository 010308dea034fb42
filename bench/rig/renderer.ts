import type { ProviderCheck, VideoProvider } from '../../src/modules/generation/domain/provider';

/** Stands in for the procedural renderer where not the picture is measured but everything around it. */
export abstract class StandIn implements VideoProvider {
  readonly key = 'procedural';
  readonly kind = 'procedural' as const;
  abstract readonly model: string;
  readonly runs = 'here' as const;
  readonly honours = [] as const;
  readonly limits = {
    minSeconds: 1,
    maxSeconds: 30,
    maxWidth: 1920,
    maxHeight: 1920,
    frameRates: [24, 25, 30] as const,
    styles: ['none', 'noir'] as const,
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

  abstract check(ticket: Parameters<VideoProvider['check']>[0]): Promise<ProviderCheck>;

  async cancel(_ticket: Parameters<VideoProvider['cancel']>[0]): Promise<void> {}

  async discard(_ticket: Parameters<VideoProvider['discard']>[0]): Promise<void> {}
}
