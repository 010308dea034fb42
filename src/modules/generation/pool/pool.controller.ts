import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { PoolListView } from './pool.dto';
import { WaitService } from './wait.service';

@ApiTags('generations')
@Controller('api/v1/pools')
export class PoolController {
  constructor(private readonly waits: WaitService) {}

  @Get()
  @Access('pool.read')
  @ApiOperation({ operationId: 'listPools', summary: 'How full each pool of workers is' })
  @ApiOkResponse({ type: PoolListView })
  async list(): Promise<PoolListView> {
    return this.waits.pools();
  }
}
