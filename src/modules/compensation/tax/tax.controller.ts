import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { MyTaxView, ResidenceBody, TaxFormBody, TaxRulesView } from './tax.dto';
import { taxRulesView } from './tax.mapping';
import { MyTaxService } from './my-tax.service';

@ApiTags('tax')
@Controller('api/v1')
export class TaxController {
  constructor(private readonly mine: MyTaxService) {}

  @Get('tax/rules')
  @Access('public.read')
  @ApiOperation({
    operationId: 'getTaxRules',
    summary: 'Which forms there are, and from which sums on they count',
  })
  rules(): TaxRulesView {
    return taxRulesView();
  }

  @Get('me/tax')
  @Access('tax.own')
  @ApiOperation({ operationId: 'getMyTax', summary: 'Your residence, your forms, and what waits for one' })
  async get(@Me() me: Actor): Promise<MyTaxView> {
    return this.mine.get(me);
  }

  @Put('me/tax/residence')
  @Access('tax.own')
  @ApiOperation({ operationId: 'setTaxResidence', summary: 'Say where you are resident for tax' })
  async residence(@Body() body: ResidenceBody, @Me() me: Actor, @OnceKey() once: Once): Promise<MyTaxView> {
    return this.mine.setResidence(once, me, body);
  }

  /** Problems: `compensation.residence_unfit`, `compensation.signed_later`, `compensation.form_over`, `compensation.treaty_unfit`. */
  @Post('me/tax/forms')
  @Access('tax.own')
  @ApiOperation({ operationId: 'handInTaxForm', summary: 'Hand in a tax form' })
  async handIn(@Body() body: TaxFormBody, @Me() me: Actor, @OnceKey() once: Once): Promise<MyTaxView> {
    return this.mine.handIn(once, me, body);
  }
}
