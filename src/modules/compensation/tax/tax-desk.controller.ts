import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  MissingFormListView,
  ProgramFilterQuery,
  RemittanceBody,
  RemittanceListView,
  RemittanceView,
  TaxFormPage,
  TaxFormQuery,
  TaxFormVerbBody,
  TaxFormVerbParams,
  TaxRequestBody,
  TaxSettingsBody,
  TaxSettingsView,
} from './tax-desk.dto';
import { TaxFormDetailView } from './tax.dto';
import { TaxDeskService } from './tax-desk.service';
import { TaxSettingsService } from './tax-settings.service';

@ApiTags('tax')
@Controller('api/v1')
export class TaxDeskController {
  constructor(
    private readonly desk: TaxDeskService,
    private readonly settings: TaxSettingsService,
  ) {}

  @Get('finance/tax/forms')
  @Access('tax.manage')
  @ApiOperation({ operationId: 'listTaxForms', summary: 'Tax forms, newest first' })
  async list(@Query() query: TaxFormQuery, @Me() me: Actor): Promise<TaxFormPage> {
    return this.desk.list(me, query);
  }

  @Get('finance/tax/missing')
  @Access('tax.manage')
  @ApiOperation({ operationId: 'listMissingTaxForms', summary: 'Whose money waits for a form, and why' })
  async missing(@Query() { programId }: ProgramFilterQuery): Promise<MissingFormListView> {
    return this.desk.missing(programId);
  }

  @Post('finance/tax/requests')
  @Access('tax.manage')
  @ApiOperation({ operationId: 'requestTaxForm', summary: 'Ask somebody for a form' })
  async request(
    @Body() body: TaxRequestBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<TaxFormDetailView> {
    return this.desk.request(once, me, body);
  }

  @Get('finance/tax/forms/:id')
  @Access('tax.manage')
  @ApiOperation({ operationId: 'getTaxForm', summary: 'What a form says; looking at it is noted' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<TaxFormDetailView> {
    return this.desk.get(me, id);
  }

  /** Problems: `compensation.own_form`, `compensation.reason_missing`. */
  @Post('finance/tax/forms/:id/:verb')
  @HttpCode(200)
  @Access('tax.manage')
  @ApiOperation({ operationId: 'actOnTaxForm', summary: 'Accept or reject a form, or ask for it again' })
  async act(
    @Param() { id, verb }: TaxFormVerbParams,
    @Body() { reason }: TaxFormVerbBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<TaxFormDetailView> {
    return this.desk.act(once, me, id, verb, reason ?? null);
  }

  @Get('programs/:id/tax-settings')
  @Access('tax.manage')
  @ApiOperation({
    operationId: 'getTaxSettings',
    summary: 'By whose rules a programme pays, and what it withheld',
  })
  async settingsOf(@Param('id') id: string): Promise<TaxSettingsView> {
    return this.settings.get(id);
  }

  /** Problems: `compensation.payer_unfit`. */
  @Put('programs/:id/tax-settings')
  @Access('tax.manage')
  @ApiOperation({ operationId: 'setTaxSettings', summary: 'Say by whose rules a programme pays' })
  async set(
    @Param('id') id: string,
    @Body() body: TaxSettingsBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<TaxSettingsView> {
    return this.settings.put(once, me, id, body);
  }

  @Get('programs/:id/tax-remittances')
  @Access('tax.manage')
  @ApiOperation({ operationId: 'listTaxRemittances', summary: 'What was passed on to tax offices' })
  async remittances(@Param('id') id: string): Promise<RemittanceListView> {
    return this.settings.listRemittances(id);
  }

  /** Problems: `ledger.insufficient`. */
  @Post('programs/:id/tax-remittances')
  @Access('tax.manage')
  @ApiOperation({ operationId: 'remitTax', summary: 'Book what was passed on to a tax office' })
  async remit(
    @Param('id') id: string,
    @Body() body: RemittanceBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<RemittanceView> {
    return this.settings.remit(once, me, id, body);
  }
}
