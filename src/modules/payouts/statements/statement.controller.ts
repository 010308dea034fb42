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

  @Get('statements/:month/pdf')
  @Access('payout.own')
  @ApiOperation({ operationId: 'getMyStatementFile', summary: 'Your statement of a month as PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async myFile(@Param() { month }: MonthParams, @Me() me: Actor): Promise<StreamableFile> {
    return this.file(me.id, month);
  }

  @Get('finance/statements/:personId/:month/pdf')
  @Access('payout.read')
  @ApiOperation({ operationId: 'getStatementFile', summary: 'An artist’s statement of a month as PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async fileOf(@Param() { personId, month }: PersonMonthParams): Promise<StreamableFile> {
    return this.file(personId, month);
  }

  private async file(personId: string, month: string): Promise<StreamableFile> {
    const bytes = await this.statements.file(personId, month);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      length: bytes.length,
      disposition: `attachment; filename="statement-${month}.pdf"`,
    });
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
