import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { BinNoteView, BinPage, BinQuery, StorageUseView } from './bin.dto';
import { BinService } from './bin.service';
import { EmptyingService } from './emptying.service';
import { UsageService } from './usage.service';

@ApiTags('generations')
@Controller('api/v1')
export class BinController {
  constructor(
    private readonly bin: BinService,
    private readonly emptying: EmptyingService,
    private readonly usage: UsageService,
  ) {}

  @Get('bin')
  @Access('generation.own')
  @ApiOperation({ operationId: 'listBin', summary: 'Own clips that go, are in the bin or have gone' })
  @ApiOkResponse({ type: BinPage })
  async list(@Me() me: Actor, @Query() query: BinQuery): Promise<BinPage> {
    return this.bin.list(me, query);
  }

  @Get('bin/usage')
  @Access('generation.own')
  @ApiOperation({ operationId: 'getStorageUse', summary: 'What own files take, and by what rule they go' })
  @ApiOkResponse({ type: StorageUseView })
  async use(@Me() me: Actor): Promise<StorageUseView> {
    return this.usage.of(me);
  }

  /** Problems: `generation.is_kept`, `generation.in_use`, `generation.no_file`. */
  @Post('generations/:id/bin')
  @HttpCode(200)
  @Access('generation.own')
  @ApiOperation({ operationId: 'putInBin', summary: 'Put a finished clip into the bin' })
  @ApiOkResponse({ type: BinNoteView })
  async put(@Me() me: Actor, @Param('id') id: string): Promise<BinNoteView> {
    return this.bin.act(me, id, 'put');
  }

  /** Problems: `generation.no_file` once the bin was emptied. */
  @Post('generations/:id/restore')
  @HttpCode(200)
  @Access('generation.own')
  @ApiOperation({ operationId: 'restoreFromBin', summary: 'Take a clip back; its days are counted anew' })
  @ApiOkResponse({ type: BinNoteView })
  async restore(@Me() me: Actor, @Param('id') id: string): Promise<BinNoteView> {
    return this.bin.act(me, id, 'restore');
  }

  /** Final. Problems: `generation.wrong_state` for what is not in the bin, `generation.in_use`. */
  @Post('generations/:id/empty')
  @HttpCode(204)
  @Access('generation.own')
  @ApiOperation({ operationId: 'emptyBin', summary: 'Remove the files of a clip in the bin for good' })
  @ApiNoContentResponse()
  async empty(@Me() me: Actor, @Param('id') id: string): Promise<void> {
    await this.emptying.now(me, id);
  }
}
