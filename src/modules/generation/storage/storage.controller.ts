import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { StorageView } from './storage.dto';
import { StorageService } from './storage.service';

@ApiTags('workers')
@Controller('api/v1/storage')
export class StorageController {
  constructor(private readonly storage: StorageService) {}

  @Get()
  @Access('pool.read')
  @ApiOperation({
    operationId: 'getStorage',
    summary: 'What the files take, and what the last look through them found',
  })
  @ApiOkResponse({ type: StorageView })
  async get(): Promise<StorageView> {
    return this.storage.view();
  }
}
