import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../access';
import { DrawPage, DrawQuery, DrawView } from './draw.dto';
import { DrawViewService } from './draw-view.service';

/** Everything of a draw is public: anybody can recompute it with `scripts/verify-draw.mjs` or in the portal. */
@ApiTags('draws')
@Controller('api/v1/draws')
export class DrawController {
  constructor(private readonly draws: DrawViewService) {}

  @Get()
  @Access('public.read')
  @ApiOperation({ operationId: 'listDraws', summary: 'Draws, newest first' })
  async list(@Query() query: DrawQuery): Promise<DrawPage> {
    return this.draws.list(query);
  }

  @Get(':id')
  @Access('public.read')
  @ApiOperation({ operationId: 'getDraw', summary: 'One draw' })
  async get(@Param('id') id: string): Promise<DrawView> {
    return this.draws.get(id);
  }

  @Get(':id/file')
  @Access('public.read')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOperation({
    operationId: 'getDrawFile',
    summary: 'What was published, as the text that verifiers read',
  })
  async file(@Param('id') id: string): Promise<string> {
    return this.draws.text(id, 'file');
  }

  /** Problems: `draw.not_drawn`. */
  @Get(':id/result')
  @Access('public.read')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ApiOperation({ operationId: 'getDrawResult', summary: 'The whole order, one line a place' })
  async result(@Param('id') id: string): Promise<string> {
    return this.draws.text(id, 'result');
  }
}
