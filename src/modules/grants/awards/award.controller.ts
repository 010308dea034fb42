import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { AmendmentService } from './amendment.service';
import {
  AmendmentBody,
  AmendmentVerbParam,
  AwardPage,
  AwardQuery,
  AwardVerbBody,
  AwardVerbParam,
  AwardView,
  MilestoneVerbBody,
  MilestoneVerbParam,
} from './award.dto';
import { AwardViewService } from './award-view.service';
import { AwardService } from './award.service';
import { MilestoneService } from './milestone.service';

@ApiTags('grants')
@Controller('api/v1')
export class AwardController {
  constructor(
    private readonly awards: AwardService,
    private readonly views: AwardViewService,
    private readonly milestones: MilestoneService,
    private readonly amendments: AmendmentService,
  ) {}

  @Get('awards')
  @Access('award.read')
  @ApiOperation({
    operationId: 'listAwards',
    summary: 'Your awards; everybody’s for those who run the programme',
  })
  async list(@Query() query: AwardQuery, @Me() me: Actor): Promise<AwardPage> {
    return this.views.list(me, query);
  }

  @Get('awards/:id')
  @Access('award.read')
  @ApiOperation({ operationId: 'getAward', summary: 'One award with its agreement and steps' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<AwardView> {
    return this.views.get(me, id);
  }

  /** Problems: `grants.plan_unfit`, `grants.amendment_open`, `grants.award_not_active`. */
  @Post('awards/:id/amendments')
  @Access('award.read')
  @ApiOperation({ operationId: 'proposeAmendment', summary: 'Propose other steps for what is not paid yet' })
  async propose(
    @Param('id') id: string,
    @Body() body: AmendmentBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<AwardView> {
    await this.amendments.propose(once, me, id, body);
    return this.views.get(me, id);
  }

  /** Problems: `grants.same_person`, `grants.amendment_outdated`. */
  @Post('amendments/:id/:verb')
  @HttpCode(200)
  @Access('award.read')
  @ApiOperation({ operationId: 'moveAmendment', summary: 'Agree to a change of steps, or reject it' })
  async amend(
    @Param() { id, verb }: AmendmentVerbParam,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<AwardView> {
    return this.views.get(me, await this.amendments.act(once, me, id, verb));
  }

  /** Problems: `grants.evidence_missing`, `grants.award_not_active`, `grants.reasons_missing`. */
  @Post('milestones/:id/:verb')
  @HttpCode(200)
  @Access('award.read')
  @ApiOperation({ operationId: 'moveMilestone', summary: 'Hand in evidence, accept it, or ask for changes' })
  async milestone(
    @Param() { id, verb }: MilestoneVerbParam,
    @Body() body: MilestoneVerbBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<AwardView> {
    return this.views.get(me, await this.milestones.act(once, me, id, verb, body));
  }

  /** Problems: `grants.agreement_changed`, `grants.milestones_open`, `grants.reasons_missing`, `grants.same_person`. */
  @Post('awards/:id/:verb')
  @HttpCode(200)
  @Access('award.read')
  @ApiOperation({
    operationId: 'moveAward',
    summary: 'Accept, turn down, report, end, appeal, answer an appeal',
  })
  async act(
    @Param() { id, verb }: AwardVerbParam,
    @Body() body: AwardVerbBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Ip() address: string,
  ): Promise<AwardView> {
    await this.awards.act(once, me, id, verb, body, address);
    return this.views.get(me, id);
  }
}
