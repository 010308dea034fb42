import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { Access, Me } from '../../access';
import { FarewellService } from './farewell.service';
import { FarewellInput, FarewellList, OwnWorkPage, OwnWorkView } from './own-work.dto';
import { OwnWorksService } from './own-work.service';
import { SwitchService } from './switch.service';
import { WorkChange } from './work.dto';

@ApiTags('gallery')
@Controller('api/v1')
export class OwnWorkController {
  constructor(
    private readonly works: OwnWorksService,
    private readonly switches: SwitchService,
    private readonly farewells: FarewellService,
  ) {}

  @Get('own-works')
  @Access('work.own')
  @ApiOperation({ operationId: 'listOwnWorks', summary: 'One’s own works, public or not, newest first' })
  async list(@Me() me: Actor, @Query() query: PageQuery): Promise<OwnWorkPage> {
    return this.works.list(me, query);
  }

  @Get('own-works/:id')
  @Access('work.own')
  @ApiOperation({
    operationId: 'getOwnWork',
    summary: 'One of one’s own works, with what only its artist sees',
  })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<OwnWorkView> {
    return this.works.get(me, id);
  }

  @Patch('works/:id')
  @Access('work.own')
  @ApiOperation({ operationId: 'describeWork', summary: 'Change licence and tags of one’s own work' })
  async describe(@Me() me: Actor, @Param('id') id: string, @Body() change: WorkChange): Promise<OwnWorkView> {
    await this.switches.describe(me, id, change);
    return this.works.get(me, id);
  }

  @Post('works/:id/unlist')
  @HttpCode(200)
  @Access('work.own')
  @ApiOperation({ operationId: 'unlistWork', summary: 'Take one’s own work out of the public, at once' })
  async unlist(@Me() me: Actor, @Param('id') id: string): Promise<OwnWorkView> {
    await this.switches.setListed(me, id, false);
    return this.works.get(me, id);
  }

  @Post('works/:id/relist')
  @HttpCode(200)
  @Access('work.own')
  @ApiOperation({ operationId: 'relistWork', summary: 'Show one’s own work again' })
  async relist(@Me() me: Actor, @Param('id') id: string): Promise<OwnWorkView> {
    await this.switches.setListed(me, id, true);
    return this.works.get(me, id);
  }

  @Get('own-farewells')
  @Access('work.own')
  @ApiOperation({
    operationId: 'listFarewells',
    summary: 'What becomes of one’s own works on leaving, by programme',
  })
  async listFarewells(@Me() me: Actor): Promise<FarewellList> {
    return { items: await this.farewells.list(me) };
  }

  @Put('programs/:id/own-farewell')
  @Access('work.own')
  @ApiOperation({
    operationId: 'chooseFarewell',
    summary: 'Choose what becomes of one’s own works on leaving; after it, at once',
  })
  async choose(
    @Me() me: Actor,
    @Param('id') programId: string,
    @Body() { choice }: FarewellInput,
  ): Promise<FarewellList> {
    await this.farewells.choose(me, programId, choice);
    return { items: await this.farewells.list(me) };
  }
}
