import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { PoolListView } from './pool.dto';
import { PoolService } from './pool.service';

@ApiTags('generations')
@Controller('api/v1/pools')
export class PoolController {
  constructor(private readonly pools: PoolService) {}

  @Get()
  @Access('pool.read')
  @ApiOperation({ operationId: 'listPools', summary: 'How full each pool of workers is' })
  @ApiOkResponse({ type: PoolListView })
  async list(): Promise<PoolListView> {
    return this.pools.list();
  }
}
