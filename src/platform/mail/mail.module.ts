import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Mailer } from './mailer';

@Global()
@Module({
  providers: [
    { provide: Mailer, inject: [Settings], useFactory: (settings: Settings) => new Mailer(settings) },
  ],
  exports: [Mailer],
})
export class MailModule {}
