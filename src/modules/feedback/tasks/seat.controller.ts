import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { SeatDeskService } from './seat-desk.service';
import {
  SeatAnswerBody,
  SeatDraftBody,
  SeatSubmitBody,
  SeatTimeBody,
  TaskSeatPage,
  TaskSeatQuery,
  TaskSeatView,
} from './seat.dto';
import { TaskSeatService } from './seat.service';
import { TaskViewService } from './task-view.service';

@ApiTags('tasks')
@Controller('api/v1/task-seats')
export class TaskSeatController {
  constructor(
    private readonly views: TaskViewService,
    private readonly seats: TaskSeatService,
    private readonly desk: SeatDeskService,
  ) {}

  @Get()
  @Access('session.own')
  @ApiOperation({
    operationId: 'listTaskSeats',
    summary: 'One’s own seats; for who manages tasks those of one task',
  })
  async list(@Me() me: Actor, @Query() query: TaskSeatQuery): Promise<TaskSeatPage> {
    return this.views.listSeats(me, query);
  }

  @Get(':id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getTaskSeat', summary: 'One seat, with its task, answers, time and pay' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<TaskSeatView> {
    return this.views.seat(me, id);
  }

  @Put(':id/draft')
  @Access('feedback.own')
  @ApiOperation({ operationId: 'saveTaskSeat', summary: 'Keep what was answered so far' })
  async save(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() body: SeatDraftBody,
  ): Promise<TaskSeatView> {
    await this.seats.save(me, once, id, body);
    return this.views.seat(me, id);
  }

  /** Problems: `feedback.answers_unfit`, `feedback.form_changed`, `feedback.submitted_already`. */
  @Post(':id/submit')
  @HttpCode(200)
  @Access('feedback.own')
  @ApiOperation({ operationId: 'submitTaskSeat', summary: 'Hand in, and confirm how long it took' })
  async submit(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() body: SeatSubmitBody,
  ): Promise<TaskSeatView> {
    await this.seats.submit(me, once, id, body);
    return this.views.seat(me, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Access('feedback.own')
  @ApiOperation({ operationId: 'releaseTaskSeat', summary: 'Give the seat back, without any consequence' })
  async release(@Me() me: Actor, @OnceKey() once: Once, @Param('id') id: string): Promise<TaskSeatView> {
    await this.seats.release(me, once, id);
    return this.views.seat(me, id);
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Access('task.manage')
  @ApiOperation({ operationId: 'acceptTaskSeat', summary: 'Accept for pay what was handed in' })
  async accept(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() { answer }: SeatAnswerBody,
  ): Promise<TaskSeatView> {
    await this.desk.accept(me, once, id, answer?.trim() ?? null);
    return this.views.seat(me, id);
  }

  /** Problems: `feedback.time_settled`, `feedback.own_feedback`. */
  @Post(':id/time')
  @HttpCode(200)
  @Access('task.manage')
  @ApiOperation({ operationId: 'settleTaskSeatTime', summary: 'Settle a time that was absurdly long' })
  async time(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() body: SeatTimeBody,
  ): Promise<TaskSeatView> {
    await this.desk.settleTime(me, once, id, body);
    return this.views.seat(me, id);
  }
}
