import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import {
  ConsentingPage,
  ConsentingQuery,
  LicenceGrantedPage,
  LicenceGrantedView,
  LicenceInput,
  LicenceQuery,
} from './licence.dto';
import { LicencesService } from './licence.service';
import { LicenceViewsService } from './licence-view.service';

@ApiTags('showcase')
@Controller('api/v1')
export class LicenceController {
  constructor(
    private readonly licences: LicencesService,
    private readonly views: LicenceViewsService,
  ) {}

  @Get('licences')
  @Access('showcase.manage')
  @ApiOperation({ operationId: 'listLicences', summary: 'Licences that were granted, newest first' })
  async list(@Query() query: LicenceQuery): Promise<LicenceGrantedPage> {
    return this.views.list(query);
  }

  @Get('consenting-works')
  @Access('showcase.manage')
  @ApiOperation({
    operationId: 'listConsentingWorks',
    summary: 'Works whose artists agree to a use, with the price they agreed to',
  })
  async consenting(@Query() query: ConsentingQuery): Promise<ConsentingPage> {
    return this.views.consenting(query);
  }

  @Post('licences')
  @Access('showcase.manage')
  @ApiOperation({
    operationId: 'grantLicence',
    summary: 'Take a use of a work that its artist agrees to; it is paid for once by the rate card',
  })
  async grant(
    @Me() me: Actor,
    @Body() input: LicenceInput,
    @OnceKey() once: Once,
  ): Promise<LicenceGrantedView> {
    const { id } = await this.licences.grant(once, me, input);
    return this.views.get(id);
  }
}
