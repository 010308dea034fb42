import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { ByCardBody, GivenView } from './by-card.dto';
import { ByCardService } from './by-card.service';

@ApiTags('earnings')
@Controller('api/v1/programs/:id/earnings')
export class ByCardController {
  constructor(private readonly byCard: ByCardService) {}

  /** Problems: `compensation.no_price`, `compensation.own_money`. */
  @Post()
  @Access('earning.grant')
  @ApiOperation({
    operationId: 'giveByCard',
    summary: 'Pay an appearance, or make good for a fault, by the rate card',
  })
  async give(
    @Param('id') id: string,
    @Body() body: ByCardBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<GivenView> {
    return this.byCard.give(once, me, id, body);
  }
}
