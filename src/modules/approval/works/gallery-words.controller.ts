import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { CuratedQuery, CuratedPage } from './curated.dto';
import { CuratedService } from './curated.service';
import { GalleryService } from './gallery.service';
import { GalleryWords } from './work.dto';

@ApiTags('gallery')
@Controller('api/v1')
export class GalleryWordsController {
  constructor(
    private readonly gallery: GalleryService,
    private readonly curated: CuratedService,
  ) {}

  @Get('gallery-words')
  @Access('public.read')
  @ApiOperation({ operationId: 'getGalleryWords', summary: 'Tags and licences to narrow the gallery by' })
  async words(): Promise<GalleryWords> {
    return this.gallery.words();
  }

  @Get('curated-works')
  @Access('submission.read_any')
  @ApiOperation({
    operationId: 'listCuratedWorks',
    summary: 'All works with where they stand, for those who look after the gallery',
  })
  async list(@Query() query: CuratedQuery): Promise<CuratedPage> {
    return this.curated.list(query);
  }
}
