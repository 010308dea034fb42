import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import {
  OnboardingLinkView,
  RecipientInput,
  RecipientParams,
  RecipientsView,
  RecipientView,
} from './recipient.dto';
import { RecipientService } from './recipient.service';

/** How an artist is paid. */
@ApiTags('payouts')
@Controller('api/v1/me/recipients')
export class RecipientController {
  constructor(private readonly recipients: RecipientService) {}

  @Get()
  @Access('payout.own')
  @ApiOperation({
    operationId: 'listMyRecipients',
    summary: 'Ways of being paid, and how far you are with each',
  })
  async list(@Me() me: Actor): Promise<RecipientsView> {
    return { items: await this.recipients.list(me.id) };
  }

  @Put(':rail')
  @Access('payout.account')
  @ApiOperation({
    operationId: 'setMyRecipient',
    summary: 'Begin with a way of being paid, or change the bank account',
  })
  async set(
    @Param() { rail }: RecipientParams,
    @Body() body: RecipientInput,
    @Me() me: Actor,
  ): Promise<RecipientView> {
    return this.recipients.set(rail, body, me);
  }

  @Post(':rail/link')
  @HttpCode(200)
  @Access('payout.account')
  @ApiOperation({
    operationId: 'openOnboarding',
    summary: 'A page of the rail where you give what it wants to know',
  })
  async link(@Param() { rail }: RecipientParams, @Me() me: Actor): Promise<OnboardingLinkView> {
    return { url: await this.recipients.link(rail, me) };
  }

  @Post(':rail/refresh')
  @HttpCode(200)
  @Access('payout.own')
  @ApiOperation({ operationId: 'refreshMyRecipient', summary: 'Ask the rail how far you are' })
  async refresh(@Param() { rail }: RecipientParams, @Me() me: Actor): Promise<RecipientView> {
    return this.recipients.refresh(rail, me);
  }

  @Post(':rail/choose')
  @HttpCode(200)
  @Access('payout.account')
  @ApiOperation({ operationId: 'chooseMyRecipient', summary: 'Be paid this way from now on' })
  async choose(@Param() { rail }: RecipientParams, @Me() me: Actor): Promise<RecipientView> {
    return this.recipients.choose(rail, me);
  }
}
