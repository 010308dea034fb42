import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { LineListView, LineQuery } from './line.dto';
import { LineService } from './line.service';
import { PoolListView } from './pool.dto';
import { PoolService } from './pool.service';

@ApiTags('generations')
@Controller('api/v1/pools')
export class PoolController {
  constructor(
    private readonly pools: PoolService,
    private readonly lines: LineService,
  ) {}

  @Get()
  @Access('pool.read')
  @ApiOperation({ operationId: 'listPools', summary: 'How full each pool of workers is' })
  @ApiOkResponse({ type: PoolListView })
  async list(): Promise<PoolListView> {
    return this.pools.list();
  }

  @Get('line')
  @Access('pool.read')
  @ApiOperation({
    operationId: 'listLine',
    summary: 'Who waits, by artist: how many clips, since when, and under which caps',
  })
  @ApiOkResponse({ type: LineListView })
  async line(@Query() query: LineQuery): Promise<LineListView> {
    return this.lines.list(query);
  }
}
