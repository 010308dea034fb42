import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import {
  SandboxMoodInput,
  SandboxMoodView,
  SandboxQuery,
  SandboxTransferPage,
  SandboxTransferView,
  SandboxVerbInput,
  SandboxVerbParams,
} from './sandbox.dto';
import { SandboxService } from './sandbox.service';

/** Where an operator plays the bank. */
@ApiTags('sandbox')
@Controller('api/v1/sandbox')
export class SandboxController {
  constructor(private readonly sandbox: SandboxService) {}

  @Get('mood')
  @Access('payout.operate')
  @ApiOperation({ operationId: 'getSandboxMood', summary: 'How the sandbox rail answers' })
  async mood(): Promise<SandboxMoodView> {
    return { mood: await this.sandbox.mood() };
  }

  @Put('mood')
  @Access('payout.operate')
  @ApiOperation({ operationId: 'setSandboxMood', summary: 'Let the sandbox rail fail as real ones do' })
  async setMood(@Body() { mood }: SandboxMoodInput, @Me() me: Actor): Promise<SandboxMoodView> {
    return { mood: await this.sandbox.setMood(mood, me) };
  }

  @Get('payouts')
  @Access('payout.operate')
  @ApiOperation({
    operationId: 'listSandboxTransfers',
    summary: 'Transfers of the sandbox rail, newest first',
  })
  async list(@Query() query: SandboxQuery): Promise<SandboxTransferPage> {
    return this.sandbox.list(query);
  }

  @Post('payouts/:id/:verb')
  @HttpCode(200)
  @Access('payout.operate')
  @ApiOperation({
    operationId: 'actOnSandboxTransfer',
    summary: 'Let a sandbox transfer arrive, fail or come back',
  })
  async act(
    @Param() { id, verb }: SandboxVerbParams,
    @Body() { reason }: SandboxVerbInput,
    @Me() me: Actor,
  ): Promise<SandboxTransferView> {
    return this.sandbox.act(id, verb, reason ?? null, me);
  }
}
