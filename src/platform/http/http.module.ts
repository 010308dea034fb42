import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { Outgoing } from './outgoing';
import { PortalPage } from './portal-page';

/** The one way out to addresses that somebody gave, and the page of the portal. */
@Global()
@Module({
  providers: [
    PortalPage,
    { provide: Outgoing, inject: [Settings], useFactory: (settings: Settings) => new Outgoing(settings) },
  ],
  exports: [Outgoing, PortalPage],
})
export class HttpModule {}
