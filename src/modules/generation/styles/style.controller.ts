import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { GalleryService } from './gallery.service';
import {
  NewStyleBody,
  StyleChange,
  StyleListView,
  StyleVersionListView,
  StyleVersionView,
} from './style.dto';
import { StyleService } from './style.service';

@ApiTags('styles')
@Controller('api/v1/styles')
export class StyleController {
  constructor(
    private readonly styles: StyleService,
    private readonly gallery: GalleryService,
  ) {}

  @Get()
  @Access('public.read')
  @ApiOperation({
    operationId: 'listStyles',
    summary: 'The styles there are, with how often their clips are kept',
  })
  @ApiOkResponse({ type: StyleListView })
  async list(@Me() me: Actor): Promise<StyleListView> {
    return this.gallery.list(me);
  }

  @Get('versions')
  @Access('style.manage')
  @ApiOperation({ operationId: 'listStyleVersions', summary: 'Every version of every style' })
  @ApiOkResponse({ type: StyleVersionListView })
  async versions(@Me() me: Actor): Promise<StyleVersionListView> {
    return { items: await this.styles.listAll(me) };
  }

  /** Problems: `generation.bad_style`, `generation.style_draft_exists`. */
  @Post()
  @Access('style.manage')
  @ApiOperation({ operationId: 'draftStyle', summary: 'Draft a style, or the next version of one' })
  @ApiCreatedResponse({ type: StyleVersionView })
  async create(@Me() me: Actor, @Body() body: NewStyleBody): Promise<StyleVersionView> {
    return this.styles.create(me, body);
  }

  @Put(':id')
  @Access('style.manage')
  @ApiOperation({ operationId: 'changeStyle', summary: 'Change a draft' })
  @ApiOkResponse({ type: StyleVersionView })
  async change(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() body: StyleChange,
  ): Promise<StyleVersionView> {
    return this.styles.change(me, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Access('style.manage')
  @ApiOperation({ operationId: 'publishStyle', summary: 'Publish a draft; it never changes afterwards' })
  @ApiOkResponse({ type: StyleVersionView })
  async publish(@Me() me: Actor, @Param('id') id: string): Promise<StyleVersionView> {
    return this.styles.act(me, id, 'publish');
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Access('style.manage')
  @ApiOperation({ operationId: 'retireStyle', summary: 'Offer a version no longer' })
  @ApiOkResponse({ type: StyleVersionView })
  async retire(@Me() me: Actor, @Param('id') id: string): Promise<StyleVersionView> {
    return this.styles.act(me, id, 'retire');
  }
}
