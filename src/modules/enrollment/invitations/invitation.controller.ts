import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { EnrollmentView } from '../enrollment.dto';
import { InvitationService } from './invitation.service';
import {
  ProgramInvitationBody,
  ProgramInvitationPage,
  ProgramInvitationQuery,
  ProgramInvitationView,
} from './invitation.dto';

@ApiTags('applications')
@Controller('api/v1')
export class InvitationController {
  constructor(private readonly invitations: InvitationService) {}

  /**
   * Problems: `enrollment.programme_not_open`, `enrollment.invitations_full`, `enrollment.cohort_foreign`,
   * `enrollment.already_applied`.
   */
  @Post('programs/:id/invitations')
  @Access('application.review')
  @ApiOperation({ operationId: 'inviteToProgram', summary: 'Hold out a seat to one address' })
  async invite(
    @Param('id') id: string,
    @Body() body: ProgramInvitationBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<ProgramInvitationView> {
    return this.invitations.invite(once, me, id, body);
  }

  @Get('programs/:id/invitations')
  @Access('application.review')
  @ApiOperation({ operationId: 'listProgramInvitations', summary: 'Invitations to a programme' })
  async list(
    @Param('id') id: string,
    @Query() query: ProgramInvitationQuery,
    @Me() me: Actor,
  ): Promise<ProgramInvitationPage> {
    const { items, next } = await this.invitations.list(me, id, query);
    return { items: [...items], next };
  }

  @Get('program-invitations')
  @Access('enrollment.own')
  @ApiOperation({ operationId: 'listMyInvitations', summary: 'Invitations to my address' })
  async mine(@Query() query: ProgramInvitationQuery, @Me() me: Actor): Promise<ProgramInvitationPage> {
    const { items, next } = await this.invitations.mine(me, query);
    return { items: [...items], next };
  }

  /** Problems: `enrollment.invitation_spent`, `enrollment.programme_not_open`, `enrollment.in_already`. */
  @Post('program-invitations/:id/accept')
  @HttpCode(200)
  @Access('enrollment.own')
  @ApiOperation({ operationId: 'acceptProgramInvitation', summary: 'Take the seat; the terms come next' })
  async accept(@Param('id') id: string, @Me() me: Actor, @OnceKey() once: Once): Promise<EnrollmentView> {
    return this.invitations.accept(once, me, id);
  }

  @Post('program-invitations/:id/withdraw')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({ operationId: 'withdrawProgramInvitation', summary: 'Take an open invitation back' })
  async withdraw(@Param('id') id: string, @Me() me: Actor): Promise<ProgramInvitationView> {
    return this.invitations.withdraw(me, id);
  }
}
