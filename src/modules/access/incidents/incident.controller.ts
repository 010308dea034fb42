import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../access.guard';
import { IncidentDetailView, IncidentPage, IncidentQuery, IncidentReasonBody } from './incident.dto';
import { IncidentService } from './incident.service';

@ApiTags('incidents')
@Controller('api/v1')
export class IncidentController {
  constructor(private readonly incidents: IncidentService) {}

  @Get('incidents')
  @Access('incident.manage')
  @ApiOperation({ operationId: 'listIncidents', summary: 'Keys in wrong hands, newest first' })
  async list(@Me() me: Actor, @Query() query: IncidentQuery): Promise<IncidentPage> {
    return this.incidents.list(me, query);
  }

  /** Problems: `access.not_found`. */
  @Get('incidents/:id')
  @Access('incident.manage')
  @ApiOperation({ operationId: 'getIncident', summary: 'One incident: timeline, evidence, blast radius' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<IncidentDetailView> {
    return this.incidents.get(me, id);
  }

  /** Problems: `access.not_found`, `access.own_incident`, `access.wrong_state`. */
  @Post('incidents/:id/confirm')
  @HttpCode(200)
  @Access('incident.close')
  @ApiOperation({
    operationId: 'confirmIncident',
    summary: 'The key was in wrong hands: it is over, and what came of it stays hidden',
  })
  async confirm(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() body: IncidentReasonBody,
  ): Promise<IncidentDetailView> {
    // prettier-ignore
    return this.incidents.close(me, id, 'confirm', body.reason);
  }

  /** Problems: `access.not_found`, `access.own_incident`, `access.wrong_state`. */
  @Post('incidents/:id/dismiss')
  @HttpCode(200)
  @Access('incident.close')
  @ApiOperation({
    operationId: 'dismissIncident',
    summary: 'It was its owner: withheld results are given out; the key itself is never revived',
  })
  async dismiss(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() body: IncidentReasonBody,
  ): Promise<IncidentDetailView> {
    // prettier-ignore
    return this.incidents.close(me, id, 'dismiss', body.reason);
  }

  /** Problems: `access.not_found`, `access.wrong_state`, `access.second_person_needed`. */
  @Post('keys/:id/quarantine')
  @HttpCode(200)
  @Access('key.stop')
  @ApiOperation({ operationId: 'quarantineKey', summary: "Put anybody's key in quarantine, with a reason" })
  async quarantine(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() body: IncidentReasonBody,
  ): Promise<IncidentDetailView> {
    // prettier-ignore
    return this.incidents.quarantine(me, id, body.reason);
  }
}
