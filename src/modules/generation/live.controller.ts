import { Controller, Get, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor';
import { EventStream } from '../../platform/http/event-stream';
import { Access, AccessGuard, Me } from '../access';
import { ClipService } from './clip.service';
import { GenerationService } from './generation.service';
import { LiveService } from './live.service';

const STREAM = { content: { 'text/event-stream': { schema: { type: 'string' } } } };

const sinceOf = (header: string | undefined): bigint | null =>
  /^\d{1,18}$/.test(header ?? '') ? BigInt(header ?? 0) : null;

/** Server-sent events named `generation`; each carries the whole view, its id is the revision. */
@ApiTags('generations')
@Controller('api/v1/generations')
export class LiveController {
  constructor(
    private readonly live: LiveService,
    private readonly clips: ClipService,
    private readonly generations: GenerationService,
    private readonly guard: AccessGuard,
  ) {}

  @Get('events')
  @Access('generation.read')
  @ApiOperation({ operationId: 'watchGenerations', summary: 'Changes of all own clips as they happen' })
  @ApiOkResponse(STREAM)
  async watchAll(
    @Me() me: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    await this.stream(
      me,
      { personId: me.id, generationId: null, since: sinceOf(lastEventId) },
      request,
      reply,
    );
  }

  @Get(':id/events')
  @Access('generation.read')
  @ApiOperation({ operationId: 'watchGeneration', summary: 'Changes of one clip as they happen' })
  @ApiOkResponse(STREAM)
  async watchOne(
    @Me() me: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.clips.view(me, id); // refuses what is not theirs to see, while an answer can still be a problem document
    const { personId } = await this.generations.get(id);
    // A single clip is sent whole at every connect: that is shorter than asking what was missed.
    await this.stream(me, { personId, generationId: id, since: null }, request, reply);
  }

  private async stream(
    actor: Actor,
    what: { personId: string; generationId: string | null; since: bigint | null },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    let stop: (() => void) | undefined;
    let isOver = false;
    const mayGoOn = (): Promise<boolean> => this.guard.isStillGood(request);
    const stream = new EventStream(reply, request, mayGoOn, () => {
      isOver = true;
      stop?.();
    });
    stop = await this.live.watch({
      ...what,
      actor,
      send: (view) => stream.send({ id: String(view.revision), event: 'generation', data: view }),
    });
    if (isOver) stop();
  }
}
