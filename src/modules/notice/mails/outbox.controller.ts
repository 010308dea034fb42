import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { Access } from '../../access';
import { MailService } from './mail.service';
import { OutboxPage } from './outbox.dto';

@ApiTags('notices')
@Controller('api/v1/outbox')
export class OutboxController {
  constructor(private readonly mails: MailService) {}

  /** Problems: `notice.outbox_off`. */
  @Get()
  @Access('outbox.read')
  @ApiOperation({
    operationId: 'listOutbox',
    summary: 'Mails that were written to the outbox folder, newest first',
  })
  async list(@Query() query: PageQuery): Promise<OutboxPage> {
    const { items, next } = await this.mails.outbox(query);
    return { items: [...items], next };
  }
}
