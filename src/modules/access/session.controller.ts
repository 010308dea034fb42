import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor';
import { Settings } from '../../platform/config/settings';
import { Access, Me, MySession } from './access.guard';
import { cookieName } from './credentials.service';
import { EndedSessionsView, OwnSessionsView, SessionView, SignInBody } from './session.dto';
import { SESSION_DAYS } from './session.repository';
import { SessionService } from './session.service';

@ApiTags('session')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly settings: Settings,
  ) {}

  /** Problems: `access.bad_credentials`, `access.too_many_attempts`, `access.cross_site`. */
  @Post('session')
  @HttpCode(200)
  @Access('session.open')
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in; the session is a cookie' })
  async open(
    @Body() body: SignInBody,
    @Ip() address: string,
    @Headers('user-agent') agent: string | undefined,
    @Me() me: Actor,
    @MySession() previous: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, view } = await this.sessions.open({ ...body, address, agent: agent ?? '' }, me, previous);
    this.setCookie(reply, token, SESSION_DAYS * 86_400);
    return view;
  }

  /** Problems: `access.sign_in_required`. */
  @Get('session')
  @Access('session.own')
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in, and what they may do' })
  async current(@Me() me: Actor, @MySession() id: string | null): Promise<SessionView> {
    return this.sessions.current(me, id);
  }

  @Delete('session')
  @HttpCode(204)
  @Access('session.own')
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  async close(
    @Me() me: Actor,
    @MySession() id: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (id !== null) await this.sessions.end(me, id);
    this.setCookie(reply, '', 0);
  }

  @Delete('session/others')
  @Access('session.own')
  @ApiOperation({ operationId: 'signOutOthers', summary: 'Sign out everywhere else' })
  async closeOthers(@Me() me: Actor, @MySession() id: string | null): Promise<EndedSessionsView> {
    return { ended: await this.sessions.endOthers(me, id) };
  }

  @Get('sessions')
  @Access('session.own')
  @ApiOperation({ operationId: 'listSessions', summary: 'Where I am signed in' })
  async list(@Me() me: Actor, @MySession() id: string | null): Promise<OwnSessionsView> {
    return { items: await this.sessions.listOwn(me, id) };
  }

  /** Problems: `access.not_found`. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Access('session.own')
  @ApiOperation({ operationId: 'endSession', summary: 'End one of my sessions' })
  async end(@Me() me: Actor, @Param('id') id: string): Promise<void> {
    await this.sessions.end(me, id);
  }

  private setCookie(reply: FastifyReply, value: string, maxAge: number): void {
    const { secureCookies: secure } = this.settings;
    const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge } as const;
    void reply.setCookie(cookieName(this.settings), value, options);
  }
}
