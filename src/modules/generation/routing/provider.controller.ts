import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { ProviderRegistry } from '../providers/registry.provider';
import { HealthProcessor } from './health.processor';
import {
  CircuitHistoryView,
  LeaseListView,
  ProviderListView,
  ProviderSettingsBody,
  ProviderView,
} from './provider.dto';
import { ProviderService } from './provider.service';

@ApiTags('providers')
@Controller('api/v1/providers')
export class ProviderController {
  constructor(
    private readonly providers: ProviderService,
    private readonly health: HealthProcessor,
    private readonly registry: ProviderRegistry,
  ) {}

  @Get()
  @Access('pool.read')
  @ApiOperation({
    operationId: 'listProviders',
    summary: 'Every renderer: health, circuit, load and last error',
  })
  @ApiOkResponse({ type: ProviderListView })
  async list(@Me() me: Actor): Promise<ProviderListView> {
    return this.providers.list(me);
  }

  @Get('leases')
  @Access('pool.read')
  @ApiOperation({ operationId: 'listLeases', summary: 'Who has the right to which clip at present' })
  @ApiOkResponse({ type: LeaseListView })
  async leases(): Promise<LeaseListView> {
    return this.providers.leases();
  }

  @Get(':key/history')
  @Access('pool.read')
  @ApiOperation({ operationId: 'getProviderHistory', summary: 'The last moves of its circuit, newest first' })
  @ApiOkResponse({ type: CircuitHistoryView })
  async history(@Param('key') key: string): Promise<CircuitHistoryView> {
    return this.providers.history(key);
  }

  @Put(':key')
  @Access('pool.manage')
  @ApiOperation({ operationId: 'setProvider', summary: 'Pin, weigh or drain a renderer' })
  @ApiOkResponse({ type: ProviderView })
  async set(
    @Me() me: Actor,
    @Param('key') key: string,
    @Body() body: ProviderSettingsBody,
  ): Promise<ProviderView> {
    return this.providers.set(me, key, body);
  }

  @Post(':key/pause')
  @HttpCode(200)
  @Access('pool.manage')
  @ApiOperation({ operationId: 'pauseProvider', summary: 'Send it nothing until it is resumed' })
  @ApiOkResponse({ type: ProviderView })
  async pause(@Me() me: Actor, @Param('key') key: string): Promise<ProviderView> {
    return this.providers.act(me, key, 'pause');
  }

  @Post(':key/resume')
  @HttpCode(200)
  @Access('pool.manage')
  @ApiOperation({ operationId: 'resumeProvider', summary: 'Let it render again' })
  @ApiOkResponse({ type: ProviderView })
  async resume(@Me() me: Actor, @Param('key') key: string): Promise<ProviderView> {
    return this.providers.act(me, key, 'resume');
  }

  @Post(':key/self-test')
  @HttpCode(200)
  @Access('pool.manage')
  @ApiOperation({ operationId: 'testProvider', summary: 'Ask it now whether it would serve us' })
  @ApiOkResponse({ type: ProviderView })
  async test(@Me() me: Actor, @Param('key') key: string): Promise<ProviderView> {
    await this.providers.get(me, key);
    await this.health.check(this.registry.get(key));
    return this.providers.get(me, key);
  }
}
