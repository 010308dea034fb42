import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  BankFileDetailView,
  BankFilePage,
  BankFileQuery,
  BankOrderInput,
  BankOrderParams,
  NewBankFileInput,
} from './bank-file.dto';
import { BankFileService } from './bank-file.service';
import { BankWordService, nameOf } from './bank-word.service';

/** Files for a bank, and what the bank did with them. */
@ApiTags('payouts')
@Controller('api/v1')
export class BankFileController {
  constructor(
    private readonly files: BankFileService,
    private readonly word: BankWordService,
  ) {}

  @Get('bank-files')
  @Access('payout.operate')
  @ApiOperation({ operationId: 'listBankFiles', summary: 'Bank files, newest first' })
  async list(@Query() query: BankFileQuery): Promise<BankFilePage> {
    return this.word.list(query);
  }

  @Post('bank-files')
  @Access('payout.operate')
  @ApiOperation({ operationId: 'makeBankFile', summary: 'Put a batch’s payments into a file for the bank' })
  async make(
    @Body() body: NewBankFileInput,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<BankFileDetailView> {
    const { id } = await this.files.make(body, me, once);
    return this.word.get(id, me);
  }

  @Get('bank-files/:id')
  @Access('payout.operate')
  @ApiOperation({ operationId: 'getBankFile', summary: 'A bank file with its payments' })
  async get(@Param('id') id: string, @Me() me: Actor): Promise<BankFileDetailView> {
    return this.word.get(id, me);
  }

  @Get('bank-files/:id/content')
  @Access('payout.operate')
  @ApiOperation({ operationId: 'downloadBankFile', summary: 'The file itself; the download is noted' })
  @ApiProduces('application/xml', 'text/plain')
  async content(@Param('id') id: string, @Me() me: Actor): Promise<StreamableFile> {
    const { file, text } = await this.files.content(id, me);
    return new StreamableFile(Buffer.from(text, 'utf8'), {
      type: file.format === 'sepa' ? 'application/xml; charset=utf-8' : 'text/plain; charset=us-ascii',
      disposition: `attachment; filename="${nameOf(file)}"`,
    });
  }

  @Post('bank-files/:id/execute')
  @HttpCode(200)
  @Access('payout.operate')
  @ApiOperation({ operationId: 'executeBankFile', summary: 'The bank has executed the file' })
  async execute(@Param('id') id: string, @Me() me: Actor): Promise<BankFileDetailView> {
    await this.word.executeAll(id, me);
    return this.word.get(id, me);
  }

  @Post('bank-orders/:payoutId/:verb')
  @HttpCode(200)
  @Access('payout.operate')
  @ApiOperation({ operationId: 'actOnBankOrder', summary: 'Write down what the bank did with one payment' })
  async act(
    @Param() { payoutId, verb }: BankOrderParams,
    @Body() { reason }: BankOrderInput,
    @Me() me: Actor,
  ): Promise<BankFileDetailView> {
    return this.word.get(await this.word.say(payoutId, verb, reason ?? null, me), me);
  }
}
