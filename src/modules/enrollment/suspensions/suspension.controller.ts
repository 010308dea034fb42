import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Idempotency, OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  SuspensionBody,
  SuspensionListQuery,
  SuspensionProposalPage,
  SuspensionProposalView,
  SuspensionStep,
  SuspensionStepBody,
} from './suspension.dto';
import { SuspensionService } from './suspension.service';

@ApiTags('enrollments')
@Controller('api/v1')
export class SuspensionController {
  constructor(
    private readonly suspensions: SuspensionService,
    private readonly idempotency: Idempotency,
  ) {}

  @Get('suspensions')
  @Access('enrollment.manage')
  @ApiOperation({ operationId: 'listSuspensions', summary: 'Suspensions and proposals, newest first' })
  async list(@Me() me: Actor, @Query() query: SuspensionListQuery): Promise<SuspensionProposalPage> {
    return this.suspensions.list(me, query);
  }

  @Get('suspensions/:id')
  @Access('enrollment.manage')
  @ApiOperation({ operationId: 'getSuspension', summary: 'One suspension' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<SuspensionProposalView> {
    return this.suspensions.get(me, id);
  }

  /** Problems: `enrollment.clause_unknown`, `enrollment.end_in_past`, `enrollment.own_enrollment`, `enrollment.suspension_under_way`. */
  @Post('enrollments/:id/suspensions')
  @Access('enrollment.manage')
  @ApiOperation({
    operationId: 'proposeSuspension',
    summary: 'Propose to suspend generation; a second person confirms',
  })
  async propose(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') enrollmentId: string,
    @Body() body: SuspensionBody,
  ): Promise<SuspensionProposalView> {
    const { id } = await this.idempotency.run(once, async (tx) => ({
      id: await this.suspensions.propose(tx, me, enrollmentId, body),
    }));
    return this.suspensions.get(me, id);
  }

  /** Problems: `enrollment.second_person`, `enrollment.own_enrollment`, `enrollment.end_in_past`, `enrollment.wrong_state`. */
  @Post('suspensions/:id/:verb')
  @HttpCode(200)
  @Access('enrollment.manage')
  @ApiOperation({
    operationId: 'moveSuspension',
    summary: 'Confirm or refuse as the second person, withdraw, lift',
  })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() { id, verb }: SuspensionStep,
    @Body() { note }: SuspensionStepBody,
  ): Promise<SuspensionProposalView> {
    await this.idempotency.run(once, async (tx) => {
      await this.suspensions.act(tx, me, id, verb, note);
      return { id };
    });
    return this.suspensions.get(me, id);
  }
}
