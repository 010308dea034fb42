import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { AccuracyQuery, AccuracyView } from './accuracy.dto';
import { AccuracyService } from './accuracy.service';

@ApiTags('generations')
@Controller('api/v1/generations')
export class AccuracyController {
  constructor(private readonly accuracy: AccuracyService) {}

  @Get('eta-accuracy')
  @Access('public.read')
  @Header('cache-control', 'public, max-age=30')
  @ApiOperation({ operationId: 'getEtaAccuracy', summary: 'How well expected times held, by day' })
  @ApiOkResponse({ type: AccuracyView })
  async get(@Query() { days }: AccuracyQuery): Promise<AccuracyView> {
    return this.accuracy.published(days);
  }
}
