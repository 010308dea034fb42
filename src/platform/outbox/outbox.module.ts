import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Deliveries } from './deliveries';
import { ListenerRegistry } from './listener.registry';
import { Outbox } from './outbox';
import { Relay } from './relay';
import { RelayBell } from './relay-bell';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [RelayBell, Outbox, ListenerRegistry, Relay, Deliveries],
  exports: [Outbox, Relay],
})
export class OutboxModule {}
