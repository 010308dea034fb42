import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { GrantNumbersQuery, GrantNumbersView } from './numbers.dto';
import { GrantNumbersService } from './numbers.service';

@ApiTags('grants')
@Controller('api/v1/grant-numbers')
export class GrantNumbersController {
  constructor(private readonly numbers: GrantNumbersService) {}

  @Get()
  @Access('call.manage')
  @ApiOperation({
    operationId: 'getGrantNumbers',
    summary: 'How evenly grants and seats are spread, and how fast',
  })
  async get(@Query() { programId }: GrantNumbersQuery): Promise<GrantNumbersView> {
    return this.numbers.of(programId);
  }
}
