import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { EnrollmentService, type EnrollmentCard } from '../../enrollment';
import { PolicyService, ProgramService, type MarkPolicy, type QuotaPlan } from '../../program';
import type { Quote } from '../../quota';
import type { Brief } from '../domain/brief';
import { frameSize, type FrameSize } from '../domain/frame';
import type { VideoRequest, VisibleMark } from '../domain/provider';
import type { ClipSpec } from '../domain/request';
import { videoRequestOf } from '../domain/video-request';
import type { GenerationInput } from '../generation.dto';
import { RouteService } from '../routing/route.service';
import { OriginService } from '../styles/origin.service';
import { StyleService } from '../styles/style.service';

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
  /** What was asked for besides the fields of a clip, and why this provider; `null`: nothing to keep. */
  readonly wishes: Brief | null;
}

const markOf = ({ isVisible, text, place }: MarkPolicy): VisibleMark | null =>
  isVisible ? { text, place } : null;

function specOf(input: GenerationInput): ClipSpec {
  const { prompt, negativePrompt, style, seconds, resolution, fps, aspect, draft } = input;
  return { prompt, negativePrompt: negativePrompt ?? null, style, seconds, resolution, fps, aspect, draft };
}

/** As providers would get it, for their estimates. */
const estimateOf = (spec: ClipSpec, frame: FrameSize, mark: VisibleMark | null, seed: number): VideoRequest =>
  videoRequestOf({
    id: 'estimate',
    attempt: 0,
    prompt: spec.prompt,
    negativePrompt: spec.negativePrompt,
    style: spec.style,
    seconds: spec.seconds,
    width: frame.width,
    height: frame.height,
    fps: spec.fps,
    seed: BigInt(seed),
    draft: spec.draft,
    mark,
  });

const briefOf = (
  preset: { readonly id: string; readonly version: number } | null,
  origin: Pick<Brief, 'referenceId' | 'parentId'>,
  routed: Pick<Brief, 'route' | 'unhonoured'>,
): Brief => ({
  styleId: preset?.id ?? null,
  styleVersion: preset?.version ?? null,
  parentId: origin.parentId,
  referenceId: origin.referenceId,
  route: routed.route,
  unhonoured: routed.unhonoured,
});

/** Gathers everything a request needs, outside of any transaction. */
@Injectable()
export class OrderService {
  constructor(
    private readonly enrollments: EnrollmentService,
    private readonly program: ProgramService,
    private readonly models: PolicyService,
    private readonly routes: RouteService,
    private readonly styles: StyleService,
    private readonly origins: OriginService,
  ) {}

  /**
   * Refuses as EnrollmentService.activeOf, `nothing_published`, `no_provider` (503), `input.invalid` (422), `no_style`,
   * `no_reference` and `no_parent`. `same`: who must make it if it can.
   */
  async prepare(actor: Actor, input: GenerationInput, same: string | null = null): Promise<Order> {
    const enrollment = await this.enrollments.activeOf(actor.id, input.programId);
    // One after the other: each is remembered, and joining promises costs more than waiting for what is there.
    const models = await this.models.models(enrollment.programId);
    const plan = await this.program.quotaPlan(
      enrollment.programId,
      undefined,
      undefined,
      enrollment.cohortId,
    );
    const policy = await this.program.markPolicy(enrollment.programId);
    const preset = await this.styles.resolve(input.style, input.styleVersion ?? null);
    const origin = await this.origins.of(actor, input);
    const spec = specOf(input);
    const frame = frameSize(spec.resolution, spec.aspect);
    const mark = markOf(policy);
    const request = estimateOf(spec, frame, mark, input.seed ?? 0);
    const wished = {
      seed: input.seed !== undefined,
      negativePrompt: spec.negativePrompt !== null,
      reference: origin.referenceId !== null,
      draft: spec.draft,
      preset,
    };
    const routed = await this.routes.choose({
      spec,
      frame,
      request,
      wished,
      same,
      model: input.model ?? null,
      allowed: models ?? { providers: [], models: [] },
    });
    const wishes = briefOf(preset, origin, routed);
    return {
      spec,
      frame,
      project: input.project ?? null,
      enrollment,
      plan,
      mark,
      provider: routed.provider,
      pool: routed.pool,
      costSeconds: routed.costSeconds,
      quote: routed.quote,
      wishes: isEmpty(wishes) ? null : wishes,
    };
  }
}

const isEmpty = ({ styleId, parentId, referenceId, route, unhonoured }: Brief): boolean =>
  styleId === null && parentId === null && referenceId === null && route === null && unhonoured.length === 0;
