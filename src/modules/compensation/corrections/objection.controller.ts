import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { ObjectionBody, OwnCorrectionView } from './correction.dto';
import { ObjectionService } from './objection.service';

@ApiTags('earnings')
@Controller('api/v1/earnings/:id/objections')
export class ObjectionController {
  constructor(private readonly objections: ObjectionService) {}

  /** Problems: `compensation.not_found`, `compensation.objection_too_late`, `compensation.wrong_state`. */
  @Post()
  @HttpCode(201)
  @Access('earning.own')
  @ApiOperation({
    operationId: 'objectToCorrection',
    summary: 'Object to the correction of your earning; a third person answers',
  })
  async object(
    @Param('id') id: string,
    @Body() { text }: ObjectionBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<OwnCorrectionView> {
    return this.objections.object(once, me, id, text);
  }
}
