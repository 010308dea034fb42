import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { seenOf } from '../domain/etag';
import { DraftBody, DraftListView, DraftParam, DraftView } from './draft.dto';
import { DraftService } from './draft.service';

@ApiTags('programs')
@Controller('api/v1/programs/:id/drafts')
export class DraftController {
  constructor(private readonly drafts: DraftService) {}

  /** Problems: `program.not_found`. */
  @Get()
  @Access('program.manage')
  @ApiOperation({ operationId: 'listDrafts', summary: 'What is being written for a programme' })
  async list(@Param('id') id: string): Promise<DraftListView> {
    return this.drafts.list(id);
  }

  /** Problems: `program.not_found`. */
  @Get(':kind')
  @Access('program.manage')
  @ApiOperation({ operationId: 'getDraft', summary: 'The draft of one document, with its ETag' })
  async get(
    @Param() { id, kind }: DraftParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    const draft = await this.drafts.get(id, kind);
    void reply.header('etag', draft.etag);
    return draft;
  }

  /** Problems: `program.draft_changed`, `program.etag_missing`, `program.programme_closed`. */
  @Put(':kind')
  @Access('program.manage')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag of what was read' })
  @ApiHeader({ name: 'If-None-Match', required: false, description: '* for a first draft' })
  @ApiOperation({ operationId: 'saveDraft', summary: 'Save the draft of one document' })
  async save(
    @Param() { id, kind }: DraftParam,
    @Body() body: DraftBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Me() me: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftView> {
    const draft = await this.drafts.save(me, id, kind, body, seenOf({ ifMatch, ifNoneMatch }));
    void reply.header('etag', draft.etag);
    return draft;
  }

  /** Problems: `program.draft_changed`, `program.etag_missing`. */
  @Delete(':kind')
  @HttpCode(204)
  @Access('program.manage')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what was read' })
  @ApiOperation({ operationId: 'discardDraft', summary: 'Throw the draft of one document away' })
  async discard(
    @Param() { id, kind }: DraftParam,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    return this.drafts.discard(id, kind, seenOf({ ifMatch }));
  }
}
