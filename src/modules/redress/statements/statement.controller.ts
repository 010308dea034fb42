import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { StatementExportService } from './export.service';
import { StatementReadingService } from './reading.service';
import {
  StatementOfReasonsPage,
  StatementListQuery,
  StatementOfReasonsView,
  TransparencyQuery,
} from './statement.dto';

@ApiTags('redress')
@Controller('api/v1')
export class StatementController {
  constructor(
    private readonly reading: StatementReadingService,
    private readonly exports: StatementExportService,
  ) {}

  @Get('reasons')
  @Access('session.own')
  @ApiOperation({ operationId: 'listReasons', summary: 'Statements of reasons: my own, or all for staff' })
  async list(@Me() me: Actor, @Query() query: StatementListQuery): Promise<StatementOfReasonsPage> {
    return this.reading.list(me, query);
  }

  @Get('reasons/:id')
  @Access('session.own')
  @ApiOperation({ operationId: 'getReasons', summary: 'One statement of reasons, whole' })
  async get(@Me() me: Actor, @Param('id') id: string): Promise<StatementOfReasonsView> {
    return this.reading.get(me, id);
  }

  @Get('reasons/:id/file')
  @Access('session.own')
  @Header('content-disposition', 'attachment; filename="statement-of-reasons.json"')
  @ApiOperation({ operationId: 'getReasonsFile', summary: 'The same as a file to keep' })
  async file(@Me() me: Actor, @Param('id') id: string): Promise<StatementOfReasonsView> {
    return this.reading.get(me, id);
  }

  @Get('reasons-export')
  @Access('reasons.read_any')
  @ApiProduces('application/json', 'text/csv')
  @ApiOperation({
    operationId: 'exportReasons',
    summary: 'Statements in the schema of the EC transparency database',
  })
  async transparency(
    @Me() me: Actor,
    @Query() { format, ...filter }: TransparencyQuery,
  ): Promise<StreamableFile> {
    return this.exports.transparency(me, filter, format);
  }
}
