import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { csvFile } from '../../../platform/http/csv';
import { Access } from '../../access';
import { REGISTER_HEADER } from '../domain/register';
import { PayoutRegisterQuery } from './register.dto';
import { RegisterService } from './register.service';

const day = (text: string | undefined): Date | null =>
  text === undefined ? null : new Date(`${text}T00:00:00Z`);

@ApiTags('payouts')
@Controller('api/v1/finance')
export class RegisterController {
  constructor(private readonly register: RegisterService) {}

  @Get('payouts.csv')
  @Access('payout.read')
  @ApiOperation({
    operationId: 'downloadPayoutRegister',
    summary: 'The payout register as CSV',
    description:
      'RFC 4180, UTF-8, one row per payout and a last row per currency with TOTAL in the first column. Text that a ' +
      'spreadsheet would run as a formula begins with an apostrophe. net_amount is decimal, net_minor an integer.',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  download(@Query() query: PayoutRegisterQuery): StreamableFile {
    const { state = null, programId = null, personId = null } = query;
    const filter = { state, programId, personId, from: day(query.from), until: day(query.until) };
    return csvFile('payouts.csv', [...REGISTER_HEADER], this.register.rows(filter));
  }
}
