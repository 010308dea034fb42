import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { PageQuery } from '../../../platform/http/page-query.dto';
import { Access, Me } from '../../access';
import { approvalRefusals } from '../contract';
import { USE_NAMES, type Use } from '../domain/showcase';
import { ConsentInput, OwnConsentsPage, OwnConsentsView } from './consent.dto';
import { WorkConsentsService } from './consent.service';

const known = (use: string): Use => {
  const found = USE_NAMES.find((name) => name === use);
  if (found === undefined) throw refusal(approvalRefusals, 'not_found', { use });
  return found;
};

@ApiTags('showcase')
@Controller('api/v1')
export class WorkConsentController {
  constructor(private readonly consents: WorkConsentsService) {}

  @Get('own-consents')
  @Access('work.own')
  @ApiOperation({
    operationId: 'listOwnConsents',
    summary: 'What one’s own works may be used for, with prices and the licences that were granted',
  })
  async list(@Me() me: Actor, @Query() query: PageQuery): Promise<OwnConsentsPage> {
    return this.consents.list(me, query);
  }

  @Put('works/:id/consents/:use')
  @Access('work.own')
  @ApiParam({ name: 'use', enum: USE_NAMES })
  @ApiOperation({ operationId: 'giveConsent', summary: 'Agree to a use of one’s own work at its price' })
  async give(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('use') use: string,
    @Body() { price }: ConsentInput,
  ): Promise<OwnConsentsView> {
    return this.consents.give(me, id, known(use), BigInt(price));
  }

  @Delete('works/:id/consents/:use')
  @Access('work.own')
  @ApiParam({ name: 'use', enum: USE_NAMES })
  @ApiOperation({
    operationId: 'revokeConsent',
    summary: 'Take back one’s consent: running licences for the use end at once, what they earned stays',
  })
  async revoke(
    @Me() me: Actor,
    @Param('id') id: string,
    @Param('use') use: string,
  ): Promise<OwnConsentsView> {
    return this.consents.revoke(me, id, known(use));
  }
}
