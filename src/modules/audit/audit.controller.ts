import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../access';
import { AuditPage, AuditQuery, auditEntryView, VerificationView, verificationView } from './audit.dto';
import { AuditService } from './audit.service';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Access('audit.read')
  @ApiOperation({ operationId: 'listAuditEntries', summary: 'Consequential acts, newest first' })
  async list(@Query() { cursor, limit, ...filter }: AuditQuery): Promise<AuditPage> {
    const { items, next } = await this.audit.list(filter, { cursor, limit });
    return { items: items.map(auditEntryView), next };
  }

  @Get('verification')
  @Access('audit.read')
  @ApiOperation({
    operationId: 'verifyAuditLog',
    summary: 'Recompute the chain of seals and name the first altered entry',
  })
  async verify(): Promise<VerificationView> {
    return verificationView(await this.audit.verify());
  }
}
