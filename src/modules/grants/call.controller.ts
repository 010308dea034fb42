import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { OnceKey, type Once } from '../../platform/idempotency/idempotency';
import { Access, Me } from '../access';
import { CallBody, CallPage, CallQuery, CallVerbParam, CallView } from './call.dto';
import { CallService } from './call.service';

@ApiTags('grants')
@Controller('api/v1/calls')
export class CallController {
  constructor(private readonly calls: CallService) {}

  @Get()
  @Access('public.read')
  @ApiOperation({ operationId: 'listCalls', summary: 'Calls for grants, newest first' })
  async list(@Query() query: CallQuery, @Me() me: Actor): Promise<CallPage> {
    return this.calls.list(me, query);
  }

  /** Problems: `program.not_found`, `program.currency_mismatch`. */
  @Post()
  @Access('call.manage')
  @ApiOperation({ operationId: 'createCall', summary: 'Prepare a call for grants' })
  async create(@Body() body: CallBody, @Me() me: Actor, @OnceKey() once: Once): Promise<CallView> {
    return this.calls.create(once, me, body);
  }

  /** Problems: `grants.applications_undecided`, `grants.awards_made`, `ledger.insufficient`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('call.manage')
  @ApiOperation({ operationId: 'moveCall', summary: 'Open, close, decide or cancel a call' })
  async act(@Param() { id, verb }: CallVerbParam, @Me() me: Actor, @OnceKey() once: Once): Promise<CallView> {
    return this.calls.act(once, me, id, verb);
  }
}
