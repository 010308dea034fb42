import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../access.guard';
import { EndedSessionsView } from '../sessions/session.dto';
import { ClosingService } from './closing.service';
import { PeopleService } from './people.service';
import {
  ReasonBody,
  RoleChangeParams,
  roleChangeView,
  RoleChangesView,
  RolesBody,
  RolesOutcomeView,
} from './person.dto';
import { RolesService } from './roles.service';

@ApiTags('people')
@Controller('api/v1')
export class StaffController {
  constructor(
    private readonly roles: RolesService,
    private readonly closing: ClosingService,
    private readonly people: PeopleService,
  ) {}

  /** Problems: `access.step_up_required`, `access.not_yourself`, `access.last_admin`, `access.change_open`. */
  @Put('people/:id/roles')
  @Access('person.roles')
  @ApiOperation({
    operationId: 'changeRoles',
    summary: 'Give somebody exactly these roles; a new administrator needs a second person',
  })
  async change(
    @Param('id') id: string,
    @Body() { roles, reason }: RolesBody,
    @Me() me: Actor,
  ): Promise<RolesOutcomeView> {
    return { proposalId: await this.roles.change(me, id, roles, reason) };
  }

  @Get('role-changes')
  @Access('person.manage')
  @ApiOperation({ operationId: 'listRoleChanges', summary: 'Proposals that wait for a second person' })
  async list(@Me() me: Actor): Promise<RoleChangesView> {
    const rows = await this.roles.listOpen(me);
    const names = await this.people.cards(rows.flatMap(({ personId, proposedBy }) => [personId, proposedBy]));
    return { items: rows.map((row) => roleChangeView(row, names)) };
  }

  /** Problems: `access.step_up_required`, `access.second_person`, `access.roles_moved`, `access.wrong_state`. */
  @Post('role-changes/:id/:verb')
  @HttpCode(204)
  @Access('person.confirm_roles')
  @ApiOperation({ operationId: 'actOnRoleChange', summary: 'Confirm or withdraw such a proposal' })
  async act(@Param() { id, verb }: RoleChangeParams, @Me() me: Actor): Promise<void> {
    await this.roles.act(me, id, verb);
  }

  /** Problems: `access.step_up_required`, `access.not_yourself`, `access.last_admin`. */
  @Post('people/:id/close')
  @HttpCode(204)
  @Access('person.roles')
  @ApiOperation({
    operationId: 'closeAccount',
    summary: 'Close an account; its sessions end at once, its keys with them',
  })
  async close(@Param('id') id: string, @Body() { reason }: ReasonBody, @Me() me: Actor): Promise<void> {
    await this.closing.close(me, id, reason);
  }

  /** Problems: `access.step_up_required`, `access.not_yourself`. */
  @Post('people/:id/reopen')
  @HttpCode(204)
  @Access('person.roles')
  @ApiOperation({ operationId: 'reopenAccount', summary: 'Open a closed account again' })
  async reopen(@Param('id') id: string, @Body() { reason }: ReasonBody, @Me() me: Actor): Promise<void> {
    await this.closing.reopen(me, id, reason);
  }

  /** Problems: `access.step_up_required`, `access.not_yourself`. */
  @Post('people/:id/end-sessions')
  @HttpCode(200)
  @Access('person.roles')
  @ApiOperation({ operationId: 'endSessionsOf', summary: 'Sign somebody out everywhere' })
  async endSessions(@Param('id') id: string, @Me() me: Actor): Promise<EndedSessionsView> {
    return { ended: await this.closing.endSessions(me, id) };
  }

  /** Problems: `access.step_up_required`, `access.not_yourself`. */
  @Post('people/:id/clear-second-factor')
  @HttpCode(204)
  @Access('person.roles')
  @ApiOperation({
    operationId: 'clearSecondFactor',
    summary: 'Take away second factors that somebody lost; they are signed out and set up new ones',
  })
  async clearFactors(@Param('id') id: string, @Me() me: Actor): Promise<void> {
    await this.closing.clearFactors(me, id);
  }

  /** Problems: `access.already_joined`. */
  @Post('people/:id/invitation')
  @HttpCode(202)
  @Access('person.manage')
  @ApiOperation({
    operationId: 'inviteAgain',
    summary: 'Send an invitation again; the earlier link stops working',
  })
  async inviteAgain(@Param('id') id: string, @Me() me: Actor): Promise<void> {
    await this.closing.inviteAgain(me, id);
  }
}
