import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { PageQuery } from '../../platform/http/page-query.dto';
import { Access, Me } from '../access';
import { NoticePage, NoticeView, ReadNoticesView } from './notice.dto';
import { NoticeService } from './notice.service';

@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Get()
  @Access('notice.own')
  @ApiOperation({ operationId: 'listNotices', summary: 'What I was told, newest first' })
  async list(@Me() me: Actor, @Query() query: PageQuery): Promise<NoticePage> {
    return this.notices.list(me, query);
  }

  @Post('read-all')
  @HttpCode(200)
  @Access('notice.own')
  @ApiOperation({ operationId: 'readAllNotices', summary: 'Mark all my notices as read' })
  async readAll(@Me() me: Actor): Promise<ReadNoticesView> {
    return { read: await this.notices.readAll(me) };
  }

  /** Problems: `notice.not_found`. */
  @Post(':id/read')
  @HttpCode(200)
  @Access('notice.own')
  @ApiOperation({ operationId: 'readNotice', summary: 'Mark one of my notices as read' })
  async read(@Me() me: Actor, @Param('id') id: string): Promise<NoticeView> {
    return this.notices.read(me, id);
  }
}
