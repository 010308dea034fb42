import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { HandOutService } from './hand-out.service';
import { SelectingService } from './selecting.service';
import { ApplicationPanelBody, DrawStepBody, DrawStepParam, HandOutView, SelectionView } from './selection.dto';

@ApiTags('applications')
@Controller('api/v1/programs/:id/selection')
export class SelectionController {
  constructor(
    private readonly selecting: SelectingService,
    private readonly handing: HandOutService,
  ) {}

  @Get()
  @Access('application.review')
  @ApiOperation({ operationId: 'getSelection', summary: 'How far the selection of a programme is' })
  async get(@Param('id') id: string): Promise<SelectionView> {
    return this.selecting.get(id);
  }

  /** Problems: `enrollment.cannot_review`. */
  @Post('panel')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({ operationId: 'addApplicationPanelist', summary: 'Put somebody on the panel' })
  async add(
    @Param('id') id: string,
    @Body() { personId, team }: ApplicationPanelBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SelectionView> {
    return this.selecting.addPanelist(once, me, id, personId, team);
  }

  /** Problems: `enrollment.panel_fixed`. */
  @Delete('panel/:personId')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({ operationId: 'removeApplicationPanelist', summary: 'Take somebody off who was not asked yet' })
  async remove(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SelectionView> {
    return this.selecting.removePanelist(once, me, id, personId);
  }

  /** Problems: `enrollment.decided_otherwise`, `enrollment.rubric_missing`, `enrollment.panel_too_small`. */
  @Post('hand-out')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({ operationId: 'handOutApplications', summary: 'Give submitted applications to the panel, at random' })
  async handOut(@Param('id') id: string, @Me() me: Actor): Promise<HandOutView> {
    return this.handing.handOut(me, id);
  }

  /**
   * Problems: `enrollment.not_by_draw`, `enrollment.deadline_ahead`, `enrollment.programme_full`, `draw.drawn_already`,
   * `draw.nobody_to_draw`, `draw.list_changed`, `draw.not_committed`.
   */
  @Post('draw/:step')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({ operationId: 'stepPlacesDraw', summary: 'Commit to a draw, publish its list, hold it, or cancel it' })
  async draw(
    @Param() { id, step }: DrawStepParam,
    @Body() { reason }: DrawStepBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SelectionView> {
    return this.selecting.draw(once, me, id, step, reason ?? 'cancelled by the programme');
  }
}
