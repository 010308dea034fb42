import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { SeatBody, SeatPage, SeatVerbParam, SeatView } from './event.dto';
import { ExpenseAnswer, ExpenseBody, ExpenseVerbParam } from './expense.dto';
import { ExpenseService } from './expense.service';
import { SeatViewService } from './seat-view.service';
import { SeatService } from './seat.service';

@ApiTags('events')
@Controller('api/v1')
export class SeatController {
  constructor(
    private readonly seats: SeatService,
    private readonly views: SeatViewService,
    private readonly expenses: ExpenseService,
  ) {}

  /** Problems: `grants.event_not_open`, `grants.registered_already`, `grants.yearly_cap`. */
  @Post('events/:id/seats')
  @Access('event.attend')
  @ApiOperation({ operationId: 'askForSeat', summary: 'Ask for a seat' })
  async register(
    @Param('id') id: string,
    @Body() { needs }: SeatBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SeatView> {
    return this.views.get(me, await this.seats.register(once, me, id, needs));
  }

  @Get('events/:id/seats')
  @Access('session.own')
  @ApiOperation({
    operationId: 'listEventSeats',
    summary: 'Your seat; all of them for those who run the event',
  })
  async list(@Param('id') id: string, @Query() query: PageQuery, @Me() me: Actor): Promise<SeatPage> {
    return this.views.ofEvent(me, id, query);
  }

  @Get('seats')
  @Access('event.attend')
  @ApiOperation({ operationId: 'listMySeats', summary: 'Your seats at every event' })
  async mine(@Query() query: PageQuery, @Me() me: Actor): Promise<SeatPage> {
    return this.views.mine(me, query);
  }

  /** Problems: `grants.not_attended`, `grants.over_cap`. */
  @Post('seats/:id/expenses')
  @Access('event.attend')
  @ApiOperation({ operationId: 'claimExpense', summary: 'Claim what attending cost' })
  async claim(
    @Param('id') id: string,
    @Body() body: ExpenseBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SeatView> {
    await this.expenses.claim(once, me, id, body);
    return this.views.get(me, id);
  }

  /**
   * Problems: `grants.own_expense`, `grants.over_cap`, `grants.reasons_missing`, `grants.second_look_open`,
   * `grants.second_look_no`.
   */
  @Post('expenses/:id/:verb')
  @HttpCode(200)
  @Access('event.manage')
  @ApiOperation({ operationId: 'moveExpense', summary: 'Approve or decline expenses' })
  async answer(
    @Param() { id, verb }: ExpenseVerbParam,
    @Body() answer: ExpenseAnswer,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<SeatView> {
    return this.views.get(me, await this.expenses.act(once, me, id, verb, answer));
  }

  /** Problems: `grants.own_seat`, `grants.event_ahead`, `grants.event_over`. */
  @Post('seats/:id/:verb')
  @HttpCode(200)
  @Access('session.own')
  @ApiOperation({ operationId: 'moveSeat', summary: 'Give a seat up, or mark who came' })
  async act(@Param() { id, verb }: SeatVerbParam, @Me() me: Actor, @OnceKey() once: Once): Promise<SeatView> {
    await this.seats.act(once, me, id, verb);
    return this.views.get(me, id);
  }
}
