import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobRegistry } from './job.registry';
import { QueueService } from './queue.service';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [JobRegistry, QueueService],
  exports: [JobRegistry, QueueService],
})
export class QueueModule {}
