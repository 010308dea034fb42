import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { sendMail, sweepMails } from './mail.jobs';
import { MailService } from './mail.service';

@Injectable()
export class MailProcessor {
  constructor(private readonly mails: MailService) {}

  @Handles(sendMail)
  async send({ mailId }: { readonly mailId: string }): Promise<void> {
    await this.mails.deliver(mailId);
  }

  @Handles(sweepMails)
  async sweep(): Promise<void> {
    await this.mails.sweep();
  }
}
