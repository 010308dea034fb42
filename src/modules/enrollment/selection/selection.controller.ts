import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { HandOutService } from './hand-out.service';
import { ReviewNotesService } from './review-notes.service';
import { SelectingService } from './selecting.service';
import {
  ApplicationPanelBody,
  DrawStepBody,
  DrawStepParam,
  HandOutView,
  ReviewNotesView,
  SelectionView,
} from './selection.dto';

@ApiTags('applications')
@Controller('api/v1')
export class SelectionController {
  constructor(
    private readonly selecting: SelectingService,
    private readonly handing: HandOutService,
    private readonly notesReading: ReviewNotesService,
  ) {}

  @Get('programs/:id/selection')
  @Access('application.review')
  @ApiOperation({ operationId: 'getSelection', summary: 'How far the selection of a programme is' })
  async get(@Param('id') id: string): Promise<SelectionView> {
    return this.selecting.get(id);
  }

  @Get('applications/:id/review-notes')
  @Access('application.review')
  @ApiOperation({
    operationId: 'getReviewNotes',
    summary: 'Scores and notes for the panel, without who wrote them',
  })
  async notes(@Param('id') id: string, @Me() me: Actor): Promise<ReviewNotesView> {
    return this.notesReading.notes(me, id);
  }

  /** Problems: `enrollment.cannot_review`. */
  @Post('programs/:id/selection/panel')
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
  @Delete('programs/:id/selection/panel/:personId')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({
    operationId: 'removeApplicationPanelist',
    summary: 'Take somebody off who was not asked yet',
  })
  async remove(
    @Param('id') id: string,
    @Param('personId') personId: string,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SelectionView> {
    return this.selecting.removePanelist(once, me, id, personId);
  }

  /** Problems: `enrollment.decided_otherwise`, `enrollment.rubric_missing`, `enrollment.panel_too_small`. */
  @Post('programs/:id/selection/hand-out')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({
    operationId: 'handOutApplications',
    summary: 'Give submitted applications to the panel, at random',
  })
  async handOut(@Param('id') id: string, @Me() me: Actor): Promise<HandOutView> {
    return this.handing.handOut(me, id);
  }

  /**
   * Problems: `enrollment.not_by_draw`, `enrollment.deadline_ahead`, `enrollment.programme_full`, `draw.drawn_already`,
   * `draw.nobody_to_draw`, `draw.list_changed`, `draw.not_committed`.
   */
  @Post('programs/:id/selection/draw/:step')
  @HttpCode(200)
  @Access('application.review')
  @ApiOperation({
    operationId: 'stepPlacesDraw',
    summary: 'Commit to a draw, publish its list, hold it, or cancel it',
  })
  async draw(
    @Param() { id, step }: DrawStepParam,
    @Body() { reason }: DrawStepBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SelectionView> {
    return this.selecting.draw(once, me, id, step, reason ?? 'cancelled by the programme');
  }
}
