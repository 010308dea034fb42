import { Controller, Delete, Get, HttpCode, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/actor';
import { Access, Me, MySession } from '../access.guard';
import { SessionCookies } from './cookies.service';
import { EndedSessionsView, OwnSessionsView, SessionView } from './session.dto';
import { SessionService } from './session.service';

@ApiTags('session')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookies: SessionCookies,
  ) {}

  /** Problems: `access.sign_in_required`. */
  @Get('session')
  @Access('session.own')
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in, and what they may do' })
  async current(@MySession() id: string | null): Promise<SessionView> {
    return this.sessions.current(id);
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
    this.cookies.clear(reply);
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
}
