import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { csvFile } from '../../../platform/http/csv';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { FindingBook } from './finding-book.service';
import { FINDING_HEADER, FindingService } from './finding.service';
import {
  FindingPage,
  FindingQuery,
  FindingVerbInput,
  FindingVerbParams,
  FindingView,
  NewRunInput,
  ReconciliationView,
  RunList,
} from './reconciliation.dto';
import { ReconciliationService } from './reconciliation.service';

@ApiTags('payouts')
@Controller('api/v1/reconciliation')
export class ReconciliationController {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly findings: FindingService,
    private readonly book: FindingBook,
  ) {}

  @Get()
  @Access('payout.read')
  @ApiOperation({
    operationId: 'getReconciliation',
    summary: 'When the rails were compared with the books, and what is unexplained',
  })
  async overview(): Promise<ReconciliationView> {
    return this.findings.overview();
  }

  /** Problems: `payouts.rail_off`, `payouts.already_running`. */
  @Post('runs')
  @HttpCode(202)
  @Access('payout.operate')
  @ApiOperation({ operationId: 'startReconciliation', summary: 'Compare rails with the books now' })
  async start(@Body() { rail }: NewRunInput, @Me() me: Actor): Promise<RunList> {
    const keys = rail === undefined ? this.reconciliation.keys() : [rail];
    return { items: await this.findings.runViews(await this.reconciliation.start(keys, me)) };
  }

  @Get('findings')
  @Access('payout.read')
  @ApiOperation({
    operationId: 'listFindings',
    summary: 'What was compared, newest first, with sums of all of it',
  })
  async list(@Query() { cursor, limit, ...filter }: FindingQuery, @Me() me: Actor): Promise<FindingPage> {
    return this.findings.list(filter, { limit, ...(cursor !== undefined && { cursor }) }, me);
  }

  @Get('findings.csv')
  @Access('payout.read')
  @ApiOperation({
    operationId: 'downloadFindings',
    summary: 'What was compared, as CSV',
    description:
      'RFC 4180, UTF-8; last rows with TOTAL in the first column: count and sums by match and currency.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  download(@Query() filter: FindingQuery): StreamableFile {
    return csvFile('reconciliation.csv', [...FINDING_HEADER], this.findings.rows(filter));
  }

  /**
   * Problems: `payouts.not_found`, `payouts.explanation_missing`, `payouts.own_explanation`, `payouts.own_money`,
   * `payouts.wrong_state`.
   */
  @Post('findings/:id/:verb')
  @HttpCode(200)
  @Access('payout.operate')
  @ApiOperation({
    operationId: 'actOnFinding',
    summary: 'Explain a difference, or agree with another person’s explanation',
  })
  async act(
    @Param() { id, verb }: FindingVerbParams,
    @Body() { explanation }: FindingVerbInput,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<FindingView> {
    await this.book.act(id, verb, explanation ?? null, me, once);
    return this.findings.get(id, me);
  }
}
