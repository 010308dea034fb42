import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Outgoing } from './outgoing';

/** The one way out to addresses that somebody gave. */
@Global()
@Module({
  providers: [
    { provide: Outgoing, inject: [Settings], useFactory: (settings: Settings) => new Outgoing(settings) },
  ],
  exports: [Outgoing],
})
export class HttpModule {}
