import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { OnceKey, type Once } from '../../platform/idempotency/idempotency';
import { Access, Me } from '../access';
import { BatchService } from './batches/batch.service';
import { ClipService } from './clip.service';
import { BatchView, GenerationInput, GenerationPage, GenerationQuery, GenerationView, KeeperInput, QuoteView } from './generation.dto'; // prettier-ignore
import { WaitView } from './waiting/wait.dto';
import { WaitService } from './waiting/wait.service';

@ApiTags('generations')
@Controller('api/v1/generations')
export class GenerationController {
  constructor(
    private readonly batches: BatchService,
    private readonly clips: ClipService,
    private readonly waits: WaitService,
  ) {}

  @Post('quote')
  @HttpCode(200)
  @Access('generation.own')
  @ApiOperation({ operationId: 'quoteGeneration', summary: 'What a request would cost, without making it' })
  @ApiOkResponse({ type: QuoteView })
  async quote(@Me() me: Actor, @Body() input: GenerationInput): Promise<QuoteView> {
    return this.batches.quote(me, input);
  }

  @Post()
  @Access('generation.own')
  @ApiOperation({ operationId: 'submitGeneration', summary: 'Ask for one to eight variations of a clip' })
  @ApiCreatedResponse({ type: BatchView })
  async submit(@Me() me: Actor, @Body() input: GenerationInput, @OnceKey() once: Once): Promise<BatchView> {
    return this.batches.submit(me, input, once);
  }

  @Get()
  @Access('generation.read')
  @ApiOperation({ operationId: 'listGenerations', summary: 'Own clips, newest first' })
  @ApiOkResponse({ type: GenerationPage })
  async list(@Me() me: Actor, @Query() query: GenerationQuery): Promise<GenerationPage> {
    return this.clips.list(me, query);
  }

  @Get(':id')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getGeneration', summary: 'One clip' })
  @ApiOkResponse({ type: GenerationView })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<GenerationView> {
    return this.clips.view(me, id);
  }

  @Get(':id/wait')
  @Access('generation.read')
  @ApiOperation({ operationId: 'getWait', summary: 'Why a clip waits and for how long, in numbers' })
  @ApiOkResponse({ type: WaitView })
  async wait(@Me() me: Actor, @Param('id') id: string): Promise<WaitView> {
    return this.waits.of(me, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access('generation.own')
  @ApiOperation({ operationId: 'cancelGeneration', summary: 'Stop a clip; its credits are free at once' })
  @ApiOkResponse({ type: GenerationView })
  async cancel(@Me() me: Actor, @Param('id') id: string): Promise<GenerationView> {
    return this.clips.cancel(me, id);
  }

  @Post(':id/keeper')
  @HttpCode(200)
  @Access('generation.own')
  @ApiOperation({ operationId: 'markKeeper', summary: 'Mark a finished clip usable, or take the mark back' })
  @ApiOkResponse({ type: GenerationView })
  async keep(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() { isKeeper }: KeeperInput,
  ): Promise<GenerationView> {
    return this.clips.keep(me, id, isKeeper);
  }

  @Post(':id/promote')
  @Access('generation.own')
  @ApiOperation({ operationId: 'promoteDraft', summary: 'Make the final of a draft, with the same seed' })
  @ApiCreatedResponse({ type: BatchView })
  async promote(@Me() me: Actor, @Param('id') id: string, @OnceKey() once: Once): Promise<BatchView> {
    return this.batches.promote(me, id, once);
  }
}
