import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../access.guard';
import { NewWorkerKeyView, WorkerKeyBody, WorkerKeyList, WorkerKeyView } from './worker-key.dto';
import { WorkerKeysService } from './worker-keys.service';

@ApiTags('workers')
@Controller('api/v1/worker-keys')
export class WorkerKeyController {
  constructor(private readonly keys: WorkerKeysService) {}

  @Get()
  @Access('worker.manage')
  @ApiOperation({ operationId: 'listWorkerKeys', summary: 'Keys of machines that render, newest first' })
  async list(): Promise<WorkerKeyList> {
    return { items: await this.keys.list() };
  }

  /** Problems: `access.key_name_taken`. */
  @Post()
  @Access('worker.manage')
  @ApiOperation({
    operationId: 'createWorkerKey',
    summary: 'A key for workers of one pool; its secret is in this answer only',
  })
  async create(@Me() me: Actor, @Body() body: WorkerKeyBody): Promise<NewWorkerKeyView> {
    return this.keys.create(me, { name: body.name, pool: body.pool, days: body.expiresInDays });
  }

  /** Problems: `access.not_found`. */
  @Post(':id/stop')
  @HttpCode(200)
  @Access('worker.manage')
  @ApiOperation({
    operationId: 'stopWorkerKey',
    summary: 'Stop a worker key for ever, and the tokens made from it',
  })
  async stop(@Me() me: Actor, @Param('id') id: string): Promise<WorkerKeyView> {
    return this.keys.stop(me, id);
  }
}
