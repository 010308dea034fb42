import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/actor';
import { csvFile } from '../../platform/http/csv';
import { Access, Me } from '../access';
import { AUDIT_COLUMNS, AuditExport } from './audit-export.service';
import { AuditActs, AuditEntryDetail, AuditFilterQuery, AuditPage, AuditQuery, filterOf } from './audit.dto';
import { AuditSearch } from './audit-search.service';

@ApiTags('audit')
@Controller('api/v1')
export class AuditController {
  constructor(
    private readonly audit: AuditSearch,
    private readonly copies: AuditExport,
  ) {}

  @Get('audit')
  @Access('audit.read')
  @ApiOperation({ operationId: 'listAuditEntries', summary: 'Consequential acts, newest first' })
  async list(@Query() { cursor, limit, ...filter }: AuditQuery): Promise<AuditPage> {
    const { items, next } = await this.audit.list(filterOf(filter), { cursor, limit });
    return { items: [...items], next };
  }

  /** The copy itself is noted in the log. */
  @Get('audit.csv')
  @Access('audit.read')
  @ApiProduces('text/csv')
  @ApiOperation({ operationId: 'downloadAuditLog', summary: 'Consequential acts as CSV, newest first' })
  async download(@Me() me: Actor, @Query() filter: AuditFilterQuery): Promise<StreamableFile> {
    return csvFile('audit.csv', AUDIT_COLUMNS, await this.copies.rows(me, filterOf(filter)));
  }

  @Get('audit/acts')
  @Access('audit.read')
  @ApiOperation({ operationId: 'listAuditActs', summary: 'Every kind of act in the log' })
  async acts(): Promise<AuditActs> {
    return { items: await this.audit.acts() };
  }

  /** Problems: `audit.not_found`. */
  @Get('audit/:id')
  @Access('audit.read')
  @ApiOperation({ operationId: 'getAuditEntry', summary: 'One act, and the seal over it' })
  async get(@Param('id') id: string): Promise<AuditEntryDetail> {
    return this.audit.get(id);
  }
}
