import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { sendWebhook, sweepWebhooks } from './webhook.jobs';
import { WebhookSender } from './webhook-sender.service';

@Injectable()
export class WebhookProcessor {
  constructor(private readonly sender: WebhookSender) {}

  @Handles(sendWebhook)
  async send({ deliveryId }: { readonly deliveryId: string }): Promise<void> {
    await this.sender.deliver(deliveryId);
  }

  @Handles(sweepWebhooks)
  async sweep(): Promise<void> {
    await this.sender.sweep();
  }
}
