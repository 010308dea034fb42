import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { FLEET_VERBS, FleetBody, WorkerList, WorkerView, type FleetVerb } from './fleet.dto';
import { FleetService } from './fleet.service';

const VERBS = Object.fromEntries(FLEET_VERBS.map((verb) => [verb, verb]));

@ApiTags('workers')
@Controller('api/v1/workers')
export class FleetController {
  constructor(private readonly fleet: FleetService) {}

  @Get()
  @Access('pool.read')
  @ApiOperation({ operationId: 'listWorkers', summary: 'Remote workers and the clips they hold' })
  @ApiOkResponse({ type: WorkerList })
  async list(@Me() me: Actor): Promise<WorkerList> {
    return { items: await this.fleet.list(me) };
  }

  /** Problems: `generation.not_found`, `generation.wrong_state`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('worker.manage')
  @ApiParam({ name: 'verb', enum: FLEET_VERBS })
  @ApiOperation({
    operationId: 'actOnWorker',
    summary: 'Drain a worker, take it out for maintenance, let it work again',
  })
  @ApiOkResponse({ type: WorkerView })
  async act(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('verb', new ParseEnumPipe(VERBS)) verb: FleetVerb,
    @Body() { reason }: FleetBody,
  ): Promise<WorkerView> {
    return this.fleet.act(me, id, verb, reason ?? null);
  }
}
