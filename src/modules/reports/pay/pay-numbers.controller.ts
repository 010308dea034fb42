import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { ReportQuery } from '../public-report.dto';
import { PayNumbersView } from './pay-numbers.dto';
import { PayNumbersService } from './pay-numbers.service';

@ApiTags('reports')
@Controller('api/v1/reports/pay')
export class PayNumbersController {
  constructor(private readonly numbers: PayNumbersService) {}

  @Get()
  @Access('public.read')
  @Header('cache-control', 'public, max-age=30')
  @ApiOperation({
    operationId: 'getPayNumbers',
    summary: 'How people are paid: hourly rates, delays, what was not paid',
  })
  async get(@Query() { programId }: ReportQuery): Promise<PayNumbersView> {
    return this.numbers.of(programId ?? null);
  }
}
