import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { SubmissionViewsService } from '../submissions/submission-view.service';
import { AgreementService } from './agreement.service';
import { AgreementView, OpinionInput, OpinionView, SampleDrawList } from './opinion.dto';
import { OpinionsService } from './opinion.service';
import { SamplingService } from './sampling.service';

@ApiTags('approval')
@Controller('api/v1/second-opinions')
export class OpinionController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly sampling: SamplingService,
    private readonly agreement: AgreementService,
    private readonly views: SubmissionViewsService,
  ) {}

  @Get('draws')
  @Access('public.read')
  @ApiOperation({
    operationId: 'listSecondOpinionDraws',
    summary: 'How decisions are drawn: the hash of each day’s seed beforehand, the seed afterwards',
  })
  async draws(): Promise<SampleDrawList> {
    return { items: await this.sampling.draws() };
  }

  @Get('agreement')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getReviewAgreement',
    summary: 'How often a second person, not knowing the first verdict, comes to the same',
  })
  async all(): Promise<AgreementView> {
    return this.agreement.all();
  }

  @Get('own-agreement')
  @Access('submission.review')
  @ApiOperation({ operationId: 'getOwnAgreement', summary: 'The same for oneself; nobody else reads it' })
  async own(@Me() me: Actor): Promise<AgreementView> {
    return this.agreement.own(me);
  }

  @Post('next')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'claimNextOpinion',
    summary: 'Claim the oldest decision that waits for a second opinion; its verdict is not shown',
  })
  async next(@Me() me: Actor, @OnceKey() once: Once): Promise<OpinionView> {
    return this.get(me, await this.opinions.next(me, once));
  }

  @Get(':id')
  @Access('submission.review')
  @ApiOperation({ operationId: 'getOpinion', summary: 'A second opinion that one holds or gave' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<OpinionView> {
    const { submissionId, claimedUntil, secondOutcome, firstOutcome } = await this.opinions.get(me, id);
    const work = await this.views.get(me, submissionId);
    const { title, description, labels, audience, rights, risk, riskBecause, termsVersion, clip, rules } =
      work;
    return {
      id,
      work: {
        title,
        description,
        labels,
        audience,
        rights,
        risk,
        riskBecause,
        termsVersion,
        clip,
        rules,
      },
      until: claimedUntil?.toISOString() ?? null,
      given: secondOutcome,
      first: secondOutcome === null ? null : firstOutcome,
    };
  }

  @Post(':id')
  @HttpCode(200)
  @Access('submission.review')
  @ApiOperation({
    operationId: 'giveOpinion',
    summary: 'Give it; then the first verdict is shown. It changes no decision',
  })
  async give(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() input: OpinionInput,
  ): Promise<OpinionView> {
    await this.opinions.give(me, once, id, input);
    return this.get(me, id);
  }

  @Post(':id/pass')
  @HttpCode(204)
  @Access('submission.review')
  @ApiOperation({ operationId: 'passOpinion', summary: 'Pass it on; it is not offered to oneself again' })
  async pass(@Me() me: Actor, @OnceKey() once: Once, @Param('id') id: string): Promise<void> {
    await this.opinions.pass(me, id, once);
  }
}
