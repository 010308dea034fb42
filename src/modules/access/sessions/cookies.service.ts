import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../../../platform/config/settings';
import { cookieName } from '../credentials.service';
import { SESSION_DAYS } from './session.repository';

/** The session's cookie: never readable by scripts, never sent along with another site's writes. */
@Injectable()
export class SessionCookies {
  constructor(private readonly settings: Settings) {}

  set(reply: FastifyReply, token: string): void {
    this.write(reply, token, SESSION_DAYS * 86_400);
  }

  clear(reply: FastifyReply): void {
    this.write(reply, '', 0);
  }

  private write(reply: FastifyReply, value: string, maxAge: number): void {
    const { secureCookies: secure } = this.settings;
    const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge } as const;
    void reply.setCookie(cookieName(this.settings), value, options);
  }
}
