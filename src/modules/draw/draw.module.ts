import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { AuditModule } from '../audit';
import { DrawController } from './draw.controller';
import { DrawRepository } from './draw.repository';
import { DrawViewService } from './draw-view.service';
import { DrawService } from './draw.service';

@Module({
  imports: [AccessModule, AuditModule],
  controllers: [DrawController],
  providers: [DrawRepository, DrawService, DrawViewService],
  exports: [DrawService],
})
export class DrawModule {}
