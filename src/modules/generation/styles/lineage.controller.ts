import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { LineageView } from './lineage.dto';
import { LineageService } from './lineage.service';

@ApiTags('generations')
@Controller('api/v1/generations')
export class LineageController {
  constructor(private readonly lineages: LineageService) {}

  @Get(':id/lineage')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getLineage', summary: 'Where a clip comes from and what came of it' })
  @ApiOkResponse({ type: LineageView })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<LineageView> {
    return this.lineages.of(me, id);
  }
}
