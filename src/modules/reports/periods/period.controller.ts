import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { PeriodList, PeriodVerbInput, PeriodVerbParams, PeriodView } from './period.dto';
import { PeriodService } from './period.service';

@ApiTags('readings')
@Controller('api/v1/periods')
export class PeriodController {
  constructor(private readonly periods: PeriodService) {}

  @Get()
  @Access('report.finance')
  @ApiOperation({
    operationId: 'listPeriods',
    summary: 'Months of the books: which are closed, and what keeps one open',
  })
  async list(@Me() me: Actor): Promise<PeriodList> {
    return { items: await this.periods.list(me) };
  }

  /**
   * Problems: `reports.month_not_over`, `reports.earlier_open`, `reports.unexplained`, `reports.later_closed`,
   * `reports.reason_missing`, `reports.second_person`, `reports.wrong_state`.
   */
  @Post(':month/:verb')
  @HttpCode(200)
  @Access('period.close')
  @ApiOperation({
    operationId: 'actOnPeriod',
    summary: 'Close a month, or reopen it: one proposes, another confirms',
  })
  async act(
    @Me() me: Actor,
    @Param() { month, verb }: PeriodVerbParams,
    @Body() { reason }: PeriodVerbInput,
    @OnceKey() once: Once,
  ): Promise<PeriodView> {
    return this.periods.act(me, month, verb, reason, once);
  }
}
