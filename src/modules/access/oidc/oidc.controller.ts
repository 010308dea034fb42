import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { siteOf } from '../../../platform/http/site';
import { Access, MyVisit, type Visit } from '../access.guard';
import { SessionCookies } from '../sessions/cookies.service';
import { OidcQuery } from './oidc.dto';
import { OidcService } from './oidc.service';

const CALLBACK = '/api/v1/session/oidc/callback';
const TICKET_SECONDS = 600;

@ApiTags('session')
@Controller('api/v1/session/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly cookies: SessionCookies,
    private readonly settings: Settings,
  ) {}

  /** Problems: `access.no_oidc`, `access.oidc_failed`. */
  @Get()
  @Access('session.open')
  @ApiOperation({ operationId: 'signInWithOidc', summary: 'Send the browser to the staff’s organisation' })
  async begin(
    @Query() { next }: OidcQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { address, ticket } = await this.oidc.begin(siteOf(this.settings, request) + CALLBACK, next);
    this.setTicket(reply, ticket, TICKET_SECONDS);
    await reply.header('cache-control', 'no-store').redirect(address, 303);
  }

  /** Where the organisation sends the browser back to. A refusal is shown by the sign-in page. */
  @Get('callback')
  @Access('session.open')
  @ApiOperation({ operationId: 'endOidc', summary: 'The organisation’s answer; opens the session' })
  async end(
    @MyVisit() visit: Visit,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const address = new URL(request.url, siteOf(this.settings, request));
    const ticket = request.cookies[this.ticketName];
    this.setTicket(reply, '', 0);
    void reply.header('cache-control', 'no-store');
    try {
      const { opened, next } = await this.oidc.end(address, ticket, visit);
      this.cookies.set(reply, opened.token);
      await reply.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await reply.redirect(`/sign-in?problem=${error.code}`, 303);
    }
  }

  private get ticketName(): string {
    return this.settings.secureCookies ? '__Host-oidc' : 'oidc';
  }

  private setTicket(reply: FastifyReply, value: string, maxAge: number): void {
    const { secureCookies: secure } = this.settings;
    void reply.setCookie(this.ticketName, value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
      maxAge,
    });
  }
}
