import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { PauseBody, PauseListView, PauseQuery, PauseVerbParam, PauseView } from './pause.dto';
import { PauseService } from './pause.service';

@ApiTags('pauses')
@Controller('api/v1')
export class PauseController {
  constructor(private readonly pauses: PauseService) {}

  @Get('pauses')
  @Access('public.read')
  @ApiOperation({ operationId: 'listPauses', summary: 'Every pause of a programme there was, in public' })
  async list(@Me() me: Actor, @Query() { programId }: PauseQuery): Promise<PauseListView> {
    return { items: await this.pauses.list(me, programId ?? null) };
  }

  /** Problems: `program.not_found`, `program.pause_proposed`. */
  @Post('programs/:id/pauses')
  @Access('pause.manage')
  @ApiOperation({
    operationId: 'proposePause',
    summary: 'Propose to pause a programme; it happens when a second person confirms',
  })
  async propose(@Me() me: Actor, @Param('id') id: string, @Body() body: PauseBody): Promise<PauseView> {
    return this.pauses.propose(me, id, body);
  }

  /** Problems: `program.own_pause`, `program.wrong_state`, `program.not_found`. */
  @Post('pauses/:id/:verb')
  @HttpCode(200)
  @Access('pause.manage')
  @ApiOperation({ operationId: 'actOnPause', summary: 'Confirm, withdraw or end a pause' })
  async act(@Me() me: Actor, @Param() { id, verb }: PauseVerbParam): Promise<PauseView> {
    return this.pauses.act(me, id, verb);
  }
}
