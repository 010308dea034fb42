import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { MembersBody, MembersView } from './members.dto';
import { MembersService } from './members.service';

@ApiTags('enrollments')
@Controller('api/v1/programs/:id/cohorts/:cohortId/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  /** Problems: `program.not_found`. */
  @Get()
  @Access('enrollment.manage')
  @ApiOperation({ operationId: 'countCohortMembers', summary: 'How full a cohort is' })
  async count(@Param('id') id: string, @Param('cohortId') cohortId: string): Promise<MembersView> {
    return this.members.count(id, cohortId);
  }

  /** Problems: `enrollment.cohort_full`, `enrollment.cohort_foreign`, `program.not_found`. */
  @Post()
  @HttpCode(200)
  @Access('enrollment.manage')
  @ApiOperation({
    operationId: 'admitToCohort',
    summary: 'Admit enrolled artists together; all of them or none',
  })
  async admit(
    @Param('id') id: string,
    @Param('cohortId') cohortId: string,
    @Body() body: MembersBody,
    @Me() me: Actor,
  ): Promise<MembersView> {
    return this.members.admit(me, id, cohortId, body);
  }
}
