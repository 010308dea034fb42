import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { CorrectionViewService } from './correction-view.service';
import {
  CorrectionBody,
  CorrectionPage,
  CorrectionQuery,
  CorrectionVerbParams,
  CorrectionView,
} from './correction.dto';
import { CorrectionService } from './correction.service';

@ApiTags('earnings')
@Controller('api/v1/finance')
export class CorrectionController {
  constructor(
    private readonly corrections: CorrectionService,
    private readonly views: CorrectionViewService,
  ) {}

  @Get('corrections')
  @Access('earning.read_any')
  @ApiOperation({ operationId: 'listCorrections', summary: 'Corrections of earnings, newest first' })
  async list(@Query() query: CorrectionQuery, @Me() me: Actor): Promise<CorrectionPage> {
    return this.views.list(me, query);
  }

  /** Problems: `compensation.paid_already`, `compensation.same_amount`, `compensation.correction_open`, `compensation.own_money`. */
  @Post('earnings/:id/corrections')
  @Access('earning.correct')
  @ApiOperation({
    operationId: 'proposeCorrection',
    summary: 'Say that an earning is wrong; another person confirms',
  })
  async propose(
    @Param('id') id: string,
    @Body() body: CorrectionBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CorrectionView> {
    return this.views.get(me, await this.corrections.propose(once, me, id, body));
  }

  /**
   * Problems: `compensation.second_person_missing`, `compensation.second_look_open`, `compensation.paid_already`,
   * `compensation.own_money`.
   */
  @Post('corrections/:id/:verb')
  @HttpCode(200)
  @Access('earning.correct')
  @ApiOperation({
    operationId: 'actOnCorrection',
    summary: 'Confirm a correction as the second person, or withdraw it',
  })
  async act(
    @Param() { id, verb }: CorrectionVerbParams,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<CorrectionView> {
    await this.corrections.act(once, me, id, verb);
    return this.views.get(me, id);
  }
}
