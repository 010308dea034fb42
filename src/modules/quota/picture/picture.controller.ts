import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { ProgramCreditsView } from './picture.dto';
import { PictureService } from './picture.service';

@ApiTags('quota')
@Controller('api/v1/programs')
export class PictureController {
  constructor(private readonly pictures: PictureService) {}

  /** Problems: `program.not_found`. */
  @Get(':id/credits')
  @Access('quota.read')
  @ApiOperation({
    operationId: 'getProgramCredits',
    summary: 'Credits of a whole programme: granted, spent, expired, given back, held and left',
  })
  @ApiOkResponse({ type: ProgramCreditsView })
  async get(@Param('id') id: string): Promise<ProgramCreditsView> {
    return this.pictures.of(id);
  }
}
