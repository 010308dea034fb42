import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { inputRefusals } from '../../../platform/http/validation';
import { EnrollmentService, type EnrollmentCard } from '../../enrollment';
import { PolicyService, ProgramService, type MarkPolicy, type QuotaPlan } from '../../program';
import { QuotaService, type Quote } from '../../quota';
import { generationRefusals } from '../contract';
import { frameSize, type FrameSize } from '../domain/frame';
import type { VisibleMark } from '../domain/provider';
import { limitFaults, type ClipSpec } from '../domain/request';
import { videoRequestOf } from '../domain/video-request';
import type { GenerationInput } from '../generation.dto';
import { ProviderRegistry } from '../providers/registry.provider';

/** A request with everything that was looked up for it: who, under which plan, made by whom, at what price. */
export interface Order {
  readonly spec: ClipSpec;
  readonly frame: FrameSize;
  readonly project: string | null;
  readonly enrollment: EnrollmentCard;
  readonly plan: QuotaPlan;
  readonly mark: VisibleMark | null;
  readonly provider: string;
  readonly pool: string;
  /** Estimated seconds on an idle worker; at least 1. */
  readonly costSeconds: number;
  readonly quote: Quote;
}

const markOf = ({ isVisible, text, place }: MarkPolicy): VisibleMark | null =>
  isVisible ? { text, place } : null;

function specOf(input: GenerationInput): ClipSpec {
  const { prompt, negativePrompt, style, seconds, resolution, fps, aspect, draft } = input;
  return { prompt, negativePrompt: negativePrompt ?? null, style, seconds, resolution, fps, aspect, draft };
}

/** Gathers everything a request needs, outside of any transaction. */
@Injectable()
export class OrderService {
  constructor(
    private readonly enrollments: EnrollmentService,
    private readonly program: ProgramService,
    private readonly quota: QuotaService,
    private readonly providers: ProviderRegistry,
    private readonly models: PolicyService,
  ) {}

  /** Refuses as EnrollmentService.activeOf, `nothing_published`, `no_provider` (503) and `input.invalid` (422). */
  async prepare(actor: Actor, input: GenerationInput): Promise<Order> {
    const enrollment = await this.enrollments.activeOf(actor.id, input.programId);
    const models = await this.models.models(enrollment.programId);
    const [plan, policy, chosen] = await Promise.all([
      this.program.quotaPlan(enrollment.programId, undefined, undefined, enrollment.cohortId),
      this.program.markPolicy(enrollment.programId),
      this.providers.choose(models?.providers),
    ]);
    if (!('provider' in chosen))
      throw refusal(generationRefusals, 'no_provider', { reasons: chosen.reasons });
    const { provider, pool } = chosen;
    const spec = specOf(input);
    const fields = limitFaults(spec, provider.limits);
    if (fields[0] !== undefined) {
      const detail = `${fields[0].field}: ${fields[0].faults.join('; ')}`;
      throw refusal(inputRefusals, 'invalid', { fields, detail });
    }
    const frame = frameSize(spec.resolution, spec.aspect);
    const mark = markOf(policy);
    const request = videoRequestOf({
      ...spec,
      ...frame,
      mark,
      id: 'estimate',
      attempt: 0,
      seed: BigInt(input.seed ?? 0),
    });
    return {
      spec,
      frame,
      project: input.project ?? null,
      enrollment,
      plan,
      mark,
      provider: provider.key,
      pool,
      costSeconds: Math.max(1, provider.estimateSeconds(request)),
      quote: this.quota.quote({ ...spec, provider: provider.key }),
    };
  }
}
