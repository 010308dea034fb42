import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { hasRole, type Actor } from '../../../kernel/actor';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { Access, Me } from '../../access';
import {
  NewWebhookView,
  WebhookBody,
  WebhookChangeBody,
  WebhookDeliveryPage,
  WebhookDeliveryView,
  WebhookEventList,
  webhookEvents,
  WebhookList,
  WebhookResentView,
  WebhookStep,
  WebhookView,
} from './webhook.dto';
import { WebhookLog } from './webhook-log.service';
import { WebhookService } from './webhook.service';

@ApiTags('webhooks')
@Controller('api/v1')
export class WebhookController {
  constructor(
    private readonly webhooks: WebhookService,
    private readonly log: WebhookLog,
  ) {}

  @Get('webhook-events')
  @Access('webhook.own')
  @ApiOperation({ operationId: 'listWebhookEvents', summary: 'What my webhooks can be told of' })
  events(@Me() me: Actor): WebhookEventList {
    return { items: webhookEvents(hasRole(me, 'manager') || hasRole(me, 'admin')) };
  }

  @Get('webhooks')
  @Access('webhook.own')
  @ApiOperation({ operationId: 'listWebhooks', summary: 'My webhooks, newest first' })
  async list(@Me() me: Actor): Promise<WebhookList> {
    return { items: await this.webhooks.list(me) };
  }

  /** Problems: `notice.address_refused`, `notice.webhook_exists`, `notice.too_many_webhooks`, `notice.event_not_yours`. */
  @Post('webhooks')
  @Access('webhook.own')
  @ApiOperation({
    operationId: 'createWebhook',
    summary: 'Send what happens to an address; its signing secret is in this answer only',
  })
  async create(@Me() me: Actor, @Body() body: WebhookBody): Promise<NewWebhookView> {
    return this.webhooks.create(me, body);
  }

  /** Problems: `notice.not_found`, `notice.address_refused`, `notice.webhook_exists`, `notice.event_not_yours`. */
  @Patch('webhooks/:id')
  @Access('webhook.own')
  @ApiOperation({
    operationId: 'changeWebhook',
    summary: 'Change where one of my webhooks goes and what it is told',
  })
  async change(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() body: WebhookChangeBody,
  ): Promise<WebhookView> {
    return this.webhooks.change(me, id, body);
  }

  /** Problems: `notice.not_found`. */
  @Delete('webhooks/:id')
  @Access('webhook.own')
  @ApiOperation({
    operationId: 'removeWebhook',
    summary: 'Remove one of my webhooks and its secret for ever',
  })
  async remove(@Me() me: Actor, @Param('id') id: string): Promise<WebhookView> {
    return this.webhooks.move(me, id, 'remove');
  }

  /** Problems: `notice.not_found`. */
  @Post('webhooks/:id/rotate')
  @Access('webhook.own')
  @ApiOperation({
    operationId: 'rotateWebhook',
    summary: 'A new signing secret; the old one signs beside it for 24 hours',
  })
  async rotate(@Me() me: Actor, @Param('id') id: string): Promise<NewWebhookView> {
    return this.webhooks.rotate(me, id);
  }

  /** Problems: `notice.not_found`. */
  @Post('webhooks/:id/test')
  @Access('webhook.own')
  @ApiOperation({ operationId: 'testWebhook', summary: 'Send a test message now, and see what came of it' })
  async test(@Me() me: Actor, @Param('id') id: string): Promise<WebhookDeliveryView> {
    return this.log.test(me, id);
  }

  /** Problems: `notice.not_found`. */
  @Get('webhooks/:id/deliveries')
  @Access('webhook.own')
  @ApiOperation({
    operationId: 'listWebhookDeliveries',
    summary: 'Messages to one of my webhooks with every try, newest first',
  })
  async deliveries(
    @Me() me: Actor,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ): Promise<WebhookDeliveryPage> {
    return this.log.list(me, id, query);
  }

  /** Problems: `notice.not_found`. */
  @Post('webhooks/:id/deliveries/:deliveryId/resend')
  @HttpCode(200)
  @Access('webhook.own')
  @ApiOperation({ operationId: 'resendWebhookDelivery', summary: 'Send a message again, under the same id' })
  async resend(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('deliveryId') deliveryId: string,
  ): Promise<WebhookDeliveryView> {
    return this.log.resend(me, id, deliveryId);
  }

  /** Problems: `notice.not_found`. */
  @Post('webhooks/:id/resend-skipped')
  @HttpCode(200)
  @Access('webhook.own')
  @ApiOperation({
    operationId: 'resendSkippedDeliveries',
    summary: 'Send everything that happened while one of my webhooks was paused or disabled',
  })
  async resendSkipped(@Me() me: Actor, @Param('id') id: string): Promise<WebhookResentView> {
    return { resent: await this.log.resendSkipped(me, id) };
  }

  /** Problems: `notice.not_found`, `notice.wrong_state`. */
  @Post('webhooks/:id/:verb')
  @HttpCode(200)
  @Access('webhook.own')
  @ApiOperation({ operationId: 'moveWebhook', summary: 'Pause or resume one of my webhooks' })
  async move(@Me() me: Actor, @Param() { id, verb }: WebhookStep): Promise<WebhookView> {
    return this.webhooks.move(me, id, verb);
  }
}
