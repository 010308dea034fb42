import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { GenerationView } from '../generation.dto';
import { UnusableInput } from './unusable.dto';
import { UnusableService } from './unusable.service';

@ApiTags('generations')
@Controller('api/v1/generations')
export class UnusableController {
  constructor(private readonly unusable: UnusableService) {}

  /**
   * Problems: `generation.not_found`, `generation.not_finished`, `generation.is_keeper`, `quota.already_given_back`,
   * `quota.shot_allowance_used`, `quota.week_allowance_used`.
   */
  @Post(':id/unusable')
  @HttpCode(200)
  @Access('generation.own')
  @ApiOperation({
    operationId: 'markUnusable',
    summary: 'Mark a finished clip unusable; its credits come back',
  })
  @ApiOkResponse({ type: GenerationView })
  async mark(
    @Me() me: Actor,
    @Param('id') id: string,
    @Body() input: UnusableInput,
    @OnceKey() once: Once,
  ): Promise<GenerationView> {
    return this.unusable.mark(me, id, input, once);
  }
}
