import { Body, Controller, Get, Headers, HttpCode, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { Access, Me } from '../access';
import { ConsentBody, EnrollmentTermsView } from './consent.dto';
import {
  EnrollmentListQuery,
  EnrollmentPage,
  EnrollmentVerbBody,
  EnrollmentVerbParam,
  EnrollmentView,
} from './enrollment.dto';
import { MembershipService } from './membership.service';

/**
 * `application.own` stands before what both an artist and a manager do: everybody with an account passes it, the
 * service shows strangers nothing (404), and the workflow's table says which verb is whose.
 */
@ApiTags('enrollments')
@Controller('api/v1/enrollments')
export class EnrollmentController {
  constructor(private readonly membership: MembershipService) {}

  @Get()
  @Access('application.own')
  @ApiOperation({ operationId: 'listEnrollments', summary: 'My enrollments, or all for managers' })
  async list(@Query() query: EnrollmentListQuery, @Me() me: Actor): Promise<EnrollmentPage> {
    const { items, next } = await this.membership.list(me, query);
    return { items: [...items], next };
  }

  /** Problems: `enrollment.not_found`. */
  @Get(':id')
  @Access('application.own')
  @ApiOperation({ operationId: 'getEnrollment', summary: 'One enrollment' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<EnrollmentView> {
    return this.membership.get(me, id);
  }

  /** Problems: `enrollment.not_found`. */
  @Get(':id/terms')
  @Access('application.own')
  @ApiOperation({
    operationId: 'getEnrollmentTerms',
    summary: 'The terms in force, and the obligations card',
  })
  async terms(@Param('id') id: string, @Me() me: Actor): Promise<EnrollmentTermsView> {
    return this.membership.terms(me, id);
  }

  /** Problems: `enrollment.terms_outdated`, `enrollment.wrong_state`, `enrollment.not_found`. */
  @Post(':id/consent')
  @HttpCode(200)
  @Access('enrollment.own')
  @ApiOperation({ operationId: 'consentToTerms', summary: 'Accept the terms in force' })
  async consent(
    @Param('id') id: string,
    @Body() body: ConsentBody,
    @Me() me: Actor,
    @Ip() address: string,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<EnrollmentView> {
    return this.membership.consent(me, id, body, { address, agent: agent ?? '' });
  }

  /** Problems: `enrollment.wrong_state`, `enrollment.not_allowed`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('application.own')
  @ApiOperation({ operationId: 'moveEnrollment', summary: 'Pause, resume or leave' })
  async act(
    @Param() { id, verb }: EnrollmentVerbParam,
    @Body() body: EnrollmentVerbBody,
    @Me() me: Actor,
  ): Promise<EnrollmentView> {
    return this.membership.act(me, id, verb, body);
  }
}
