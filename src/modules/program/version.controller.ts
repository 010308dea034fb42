import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { OnceKey, type Once } from '../../platform/idempotency/idempotency';
import { Access, Me } from '../access';
import { MarkPolicyBody, QuotaPlanBody, RateCardBody, TermsBody } from './publication.dto';
import { PublishingService } from './publishing.service';
import {
  MarkPolicyVersionView,
  QuotaPlanVersionView,
  RateCardVersionView,
  TermsVersionView,
  VersionListView,
} from './version.dto';

@ApiTags('programs')
@Controller('api/v1/programs/:id')
export class VersionController {
  constructor(private readonly publishing: PublishingService) {}

  /**
   * Problems: `program.clause_repeated`, `program.document_missing`, `program.confidentiality_without_end`,
   * `program.protected_speech`, `program.published_meanwhile`, `program.notice_too_short`, `program.change_is_material`,
   * `program.programme_closed`.
   */
  @Post('terms')
  @Access('program.manage')
  @ApiOperation({ operationId: 'publishTerms', summary: 'Publish the next version of the terms' })
  async publishTerms(
    @Param('id') id: string,
    @Body() body: TermsBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<TermsVersionView> {
    return this.publishing.publishTerms(once, me, id, body);
  }

  /**
   * Problems: `program.rate_missing`, `program.rate_unknown`, `program.rate_not_an_amount`, `program.rate_floor_wrong`,
   * `program.rate_currency`.
   */
  @Post('rate-cards')
  @Access('program.manage')
  @ApiOperation({ operationId: 'publishRateCard', summary: 'Publish the next price list' })
  async publishRateCard(
    @Param('id') id: string,
    @Body() body: RateCardBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<RateCardVersionView> {
    return this.publishing.publishRateCard(once, me, id, body);
  }

  /** Problems: `program.programme_closed`. */
  @Post('quota-plans')
  @Access('program.manage')
  @ApiOperation({ operationId: 'publishQuotaPlan', summary: 'Publish the next quota plan' })
  async publishQuotaPlan(
    @Param('id') id: string,
    @Body() body: QuotaPlanBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<QuotaPlanVersionView> {
    return this.publishing.publishQuotaPlan(once, me, id, body);
  }

  /** Problems: `program.programme_closed`. */
  @Post('mark-policies')
  @Access('program.manage')
  @ApiOperation({ operationId: 'publishMarkPolicy', summary: 'Publish the next mark policy' })
  async publishMarkPolicy(
    @Param('id') id: string,
    @Body() body: MarkPolicyBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<MarkPolicyVersionView> {
    return this.publishing.publishMarkPolicy(once, me, id, body);
  }

  /** Problems: `program.not_found`. */
  @Get('versions')
  @Access('program.read')
  @ApiOperation({
    operationId: 'listProgramVersions',
    summary: 'Everything that was ever published, newest first',
  })
  async listVersions(@Param('id') id: string, @Me() me: Actor): Promise<VersionListView> {
    return this.publishing.listVersions(me, id);
  }
}
