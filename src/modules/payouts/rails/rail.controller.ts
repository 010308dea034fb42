import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { RailList } from './rail.dto';
import { RailRegistry } from './rail-registry.service';

@ApiTags('payouts')
@Controller('api/v1/payout-rails')
export class RailController {
  constructor(private readonly rails: RailRegistry) {}

  @Get()
  @Access('payout.read')
  @ApiOperation({
    operationId: 'listPayoutRails',
    summary: 'The ways of paying that are set up here, and the least that each pays',
  })
  list(): RailList {
    return this.rails.view();
  }
}
