import { Controller, Get, Headers, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { csvFile } from '../../../platform/http/csv';
import { Access, Me } from '../../access';
import { MonthParams, PersonMonthParams, StatementView } from './statement.dto';
import { STATEMENT_HEADER, StatementService } from './statement.service';

@ApiTags('payouts')
@Controller('api/v1')
export class StatementController {
  constructor(private readonly statements: StatementService) {}

  @Get('statements/:month')
  @Access('payout.own')
  @ApiOperation({
    operationId: 'getMyStatement',
    summary: 'Your statement of a month; CSV with Accept: text/csv',
  })
  @ApiOkResponse({ type: StatementView })
  @ApiProduces('application/json', 'text/csv')
  async mine(
    @Param() { month }: MonthParams,
    @Headers('accept') accept: string | undefined,
    @Me() me: Actor,
  ): Promise<StatementView | StreamableFile> {
    return this.answer(me.id, month, accept);
  }

  @Get('finance/statements/:personId/:month')
  @Access('payout.read')
  @ApiOperation({
    operationId: 'getStatement',
    summary: 'An artist’s statement of a month; CSV with Accept: text/csv',
  })
  @ApiOkResponse({ type: StatementView })
  @ApiProduces('application/json', 'text/csv')
  async of(
    @Param() { personId, month }: PersonMonthParams,
    @Headers('accept') accept: string | undefined,
  ): Promise<StatementView | StreamableFile> {
    return this.answer(personId, month, accept);
  }

  private async answer(
    personId: string,
    month: string,
    accept: string | undefined,
  ): Promise<StatementView | StreamableFile> {
    const statement = await this.statements.get(personId, month);
    if (accept === undefined || !accept.includes('text/csv')) return statement;
    return csvFile(
      `statement-${personId}-${month}.csv`,
      [...STATEMENT_HEADER],
      this.statements.rows(statement),
    );
  }
}
