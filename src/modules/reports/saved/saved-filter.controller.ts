import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { NewSavedFilterInput, SavedFilterChange, SavedFilterList, SavedFilterView } from './saved-filter.dto';
import { SavedFilterService } from './saved-filter.service';

@ApiTags('readings')
@Controller('api/v1/saved-filters')
export class SavedFilterController {
  constructor(private readonly saved: SavedFilterService) {}

  @Get()
  @Access('report.finance')
  @ApiOperation({ operationId: 'listSavedFilters', summary: 'My saved filters and those shared with me' })
  async list(@Me() me: Actor): Promise<SavedFilterList> {
    return { items: await this.saved.list(me) };
  }

  /** Problems: `reports.name_taken`, `reports.too_many_filters`, and those of readings. */
  @Post()
  @Access('report.finance')
  @ApiOperation({ operationId: 'saveFilter', summary: 'Keep the filters of a reading under a name' })
  async create(
    @Me() me: Actor,
    @Body() body: NewSavedFilterInput,
    @OnceKey() once: Once,
  ): Promise<SavedFilterView> {
    return this.saved.create(me, body, once);
  }

  /** Problems: `reports.not_found`. */
  @Patch(':id')
  @Access('report.finance')
  @ApiOperation({
    operationId: 'shareFilter',
    summary: 'Share one of my saved filters, or keep it to myself',
  })
  async share(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() { isShared }: SavedFilterChange,
  ): Promise<SavedFilterView> {
    return this.saved.share(me, id, isShared);
  }

  /** Problems: `reports.not_found`. */
  @Delete(':id')
  @HttpCode(204)
  @Access('report.finance')
  @ApiOperation({ operationId: 'removeFilter', summary: 'Remove one of my saved filters' })
  async remove(@Me() me: Actor, @Param('id') id: string): Promise<void> {
    await this.saved.remove(me, id);
  }
}
