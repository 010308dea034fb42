import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { TakeSeatBody, TaskSeatView } from './seat.dto';
import { TakingService } from './taking.service';
import { TaskLifeService } from './task-life.service';
import { TaskMakerService } from './task-maker.service';
import { TaskViewService } from './task-view.service';
import { TaskBody, TaskPage, TaskQuery, TaskStep, TaskStepBody, TaskView } from './task.dto';

@ApiTags('tasks')
@Controller('api/v1/tasks')
export class TaskController {
  constructor(
    private readonly views: TaskViewService,
    private readonly maker: TaskMakerService,
    private readonly life: TaskLifeService,
    private readonly taking: TakingService,
  ) {}

  @Get()
  @Access('session.own')
  @ApiOperation({
    operationId: 'listTasks',
    summary: 'Work that is asked for, with price, minutes and due date; for who manages tasks drafts as well',
  })
  async list(@Me() me: Actor, @Query() query: TaskQuery): Promise<TaskPage> {
    return this.views.list(me, query);
  }

  /** Problems: `feedback.unpriced`, `feedback.under_minimum`, `feedback.currency_mismatch`, `feedback.form_unfit`. */
  @Post()
  @Access('task.manage')
  @ApiOperation({ operationId: 'createTask', summary: 'Write a task, with its price' })
  async create(@Me() me: Actor, @OnceKey() once: Once, @Body() body: TaskBody): Promise<TaskView> {
    return this.views.get(me, await this.maker.create(me, once, body));
  }

  @Get(':id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getTask', summary: 'One task' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<TaskView> {
    return this.views.get(me, id);
  }

  @Put(':id')
  @Access('task.manage')
  @ApiOperation({ operationId: 'changeTask', summary: 'Write a draft anew; its programme stays' })
  async change(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() body: TaskBody,
  ): Promise<TaskView> {
    await this.maker.change(me, once, id, body);
    return this.views.get(me, id);
  }

  /** Problems: `feedback.no_seat`, `feedback.task_closed`, `feedback.due_passed`, `feedback.seat_taken`, `feedback.form_changed`. */
  @Post(':id/seat')
  @HttpCode(200)
  @Access('feedback.own')
  @ApiOperation({ operationId: 'takeTaskSeat', summary: 'Accept a task as it was shown' })
  async take(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param('id') id: string,
    @Body() { formVersion }: TakeSeatBody,
  ): Promise<TaskSeatView> {
    const programIds = await this.views.programsToTakeIn(me.id, id);
    return this.views.seat(me, await this.taking.take(me, once, id, formVersion, programIds));
  }

  /** Problems: `feedback.form_missing`, `feedback.fund_short`, `feedback.due_passed`, `feedback.answer_missing`. */
  @Post(':id/:verb')
  @HttpCode(200)
  @Access('task.manage')
  @ApiOperation({ operationId: 'moveTask', summary: 'Publish or cancel; the workflow says why not' })
  async act(
    @Me() me: Actor,
    @OnceKey() once: Once,
    @Param() { id, verb }: TaskStep,
    @Body() { answer }: TaskStepBody,
  ): Promise<TaskView> {
    await this.life.act(me, once, id, verb, answer?.trim() ?? '');
    return this.views.get(me, id);
  }
}
