import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Access, Me } from '../access.guard';
import { accessRefusals } from '../contract';
import { SIGNAL_NAMES, type SignalName } from '../domain/signals';
import { SignalListView, SignalModeBody, SignalView } from './signal.dto';
import { SignalService } from './signal.service';

@ApiTags('incidents')
@Controller('api/v1/signals')
export class SignalController {
  constructor(private readonly signals: SignalService) {}

  @Get()
  @Access('incident.manage')
  @ApiOperation({ operationId: 'listSignals', summary: 'What is watched about keys, and what it led to' })
  async list(): Promise<SignalListView> {
    return { items: await this.signals.list() };
  }

  /** Problems: `access.not_found`. */
  @Put(':name')
  @Access('incident.manage')
  @ApiParam({ name: 'name', enum: SIGNAL_NAMES })
  @ApiOperation({
    operationId: 'setSignalMode',
    summary: 'Enforce a signal, only observe it, or switch it off',
  })
  async set(@Me() me: Actor, @Param('name') name: string, @Body() body: SignalModeBody): Promise<SignalView> {
    if (!Object.hasOwn(Object.fromEntries(SIGNAL_NAMES.map((it) => [it, true])), name))
      throw refusal(accessRefusals, 'not_found');
    return this.signals.setMode(me, name as SignalName, body.mode, body.reason);
  }
}
