import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../../access';
import { FileCheckPage, FileCheckQuery, FileCheckRunView } from './file-check.dto';
import { FileCheckService } from './file-check.service';

/** Files one request looks at: it answers while it is waited for. */
const AT_ONCE = 5;

@ApiTags('provenance')
@Controller('api/v1/provenance/checks')
export class FileCheckController {
  constructor(private readonly checks: FileCheckService) {}

  @Get()
  @Access('pool.read')
  @ApiOperation({ operationId: 'listFileChecks', summary: 'What the nightly look at stored files found' })
  @ApiOkResponse({ type: FileCheckPage })
  async list(@Query() query: FileCheckQuery): Promise<FileCheckPage> {
    return this.checks.list(query);
  }

  @Post()
  @HttpCode(200)
  @Access('pool.read')
  @ApiOperation({
    operationId: 'checkFiles',
    summary: 'Look at the five stored files that waited longest, now',
  })
  @ApiOkResponse({ type: FileCheckRunView })
  async run(): Promise<FileCheckRunView> {
    return this.checks.run(AT_ONCE);
  }
}
