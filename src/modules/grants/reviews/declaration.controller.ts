import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { DeclarationBody, DeclarationParam, PanelSeats, PanelSeatView } from './declaration.dto';
import { DeclarationService } from './declaration.service';

@ApiTags('grants')
@Controller('api/v1/grant-panels')
export class DeclarationController {
  constructor(private readonly declarations: DeclarationService) {}

  @Get()
  @Access('call.review')
  @ApiOperation({ operationId: 'listGrantPanels', summary: 'Calls you are on the panel of' })
  async list(@Me() me: Actor): Promise<PanelSeats> {
    return { items: await this.declarations.mine(me) };
  }

  /** Problems: `grants.reviews_given`. */
  @Post(':callId/declarations')
  @HttpCode(200)
  @Access('call.review')
  @ApiOperation({ operationId: 'declareConflict', summary: 'Say whom you cannot judge' })
  async declare(
    @Param('callId') callId: string,
    @Body() body: DeclarationBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<PanelSeatView> {
    return this.declarations.declare(once, me, callId, body);
  }

  /** Problems: `grants.reviews_given`. */
  @Delete(':callId/declarations/:id')
  @Access('call.review')
  @ApiOperation({ operationId: 'withdrawDeclaration', summary: 'Take back whom you said you cannot judge' })
  async withdraw(
    @Param() { callId, id }: DeclarationParam,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<PanelSeatView> {
    return this.declarations.withdraw(once, me, callId, id);
  }
}
