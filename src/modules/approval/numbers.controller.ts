import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../access';
import { ApprovalService } from './approval.service';
import { ApprovalNumbersView, NumbersQuery, numbersView } from './numbers.dto';

@ApiTags('approval')
@Controller('api/v1/approval-numbers')
export class NumbersController {
  constructor(private readonly approval: ApprovalService) {}

  @Get()
  @Access('submission.read_any')
  @ApiOperation({ operationId: 'getApprovalNumbers', summary: 'Counts, clocks and overturn rate, for staff' })
  async get(@Query() { programId }: NumbersQuery): Promise<ApprovalNumbersView> {
    return numbersView(await this.approval.numbers(programId ?? null));
  }
}
