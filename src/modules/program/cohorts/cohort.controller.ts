import { Body, Controller, Get, Headers, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { seenOf } from '../domain/etag';
import { CohortBody, CohortChangeBody, CohortListView, CohortParam, CohortView } from './cohort.dto';
import { CohortService } from './cohort.service';

@ApiTags('programs')
@Controller('api/v1/programs/:id/cohorts')
export class CohortController {
  constructor(private readonly cohorts: CohortService) {}

  /** Problems: `program.not_found`. */
  @Get()
  @Access('program.read')
  @ApiOperation({ operationId: 'listCohorts', summary: 'The cohorts of a programme, by their start' })
  async list(@Param('id') id: string, @Me() me: Actor): Promise<CohortListView> {
    return this.cohorts.list(me, id);
  }

  /** Problems: `program.cohort_outside`, `program.cohort_name_taken`, `program.dates_reversed`, `program.plan_fixed`. */
  @Post()
  @Access('program.manage')
  @ApiOperation({ operationId: 'createCohort', summary: 'Form a cohort' })
  async create(
    @Param('id') id: string,
    @Body() body: CohortBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CohortView> {
    return this.cohorts.create(once, me, id, body);
  }

  /** Problems: `program.draft_changed`, `program.etag_missing`, and those of forming one. */
  @Patch(':cohortId')
  @Access('program.manage')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what was read' })
  @ApiOperation({ operationId: 'changeCohort', summary: 'Change name, dates or seats of a cohort' })
  async change(
    @Param() { id, cohortId }: CohortParam,
    @Body() body: CohortChangeBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Me() me: Actor,
  ): Promise<CohortView> {
    return this.cohorts.change(me, id, cohortId, body, seenOf({ ifMatch }));
  }
}
