import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor';
import { refusal } from '../../kernel/refusal';
import { accessRefusals } from './contract';
import { CredentialsService, type Identity } from './credentials.service';
import { challengeOf } from './keys/proof.service';
import { may, STEP_UP, type Permission } from './domain/permissions';

export const ACCESS = 'atelier:access';

/** Names the permission a route needs. Without this decorator the route refuses everybody. */
export const Access = (permission: Permission): MethodDecorator =>
  applyDecorators(SetMetadata(ACCESS, permission), ApiExtension('x-permission', permission));

/** Controller parameter: who is asking. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
  if (actor === undefined) throw new Error('the access guard did not run');
  return actor;
});

/** Controller parameter: the session this request came with; `null` for keys and the public. */
export const MySession = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  return context.switchToHttp().getRequest<{ sessionId?: string | null }>().sessionId ?? null;
});

/** Where a request comes from, and with which session. */
export interface Visit {
  readonly me: Actor;
  readonly sessionId: string | null;
  readonly address: string;
  /** Program, as it names itself. */
  readonly agent: string;
  /** Name and port that the browser asked for. */
  readonly host: string;
}

/** Controller parameter: the visit as a whole, for whatever opens or proves a session. */
export const MyVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const request = context
    .switchToHttp()
    .getRequest<FastifyRequest & { actor?: Actor; sessionId?: string | null }>();
  if (request.actor === undefined) throw new Error('the access guard did not run');
  return {
    me: request.actor,
    sessionId: request.sessionId ?? null,
    address: request.ip,
    agent: request.headers['user-agent'] ?? '',
    host: request.host,
  };
});

/** Deny by default: finds out who asks, whether the table lets them, and whether they proved it lately where that counts. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: CredentialsService,
  ) {}

  /** Whether the credential that opened a long answer is still good: who it is has not changed since. Never throws. */
  async isStillGood(request: FastifyRequest & { actor?: Actor }): Promise<boolean> {
    const now = await this.credentials.identify(request, true).catch(() => null);
    const isSame = now !== null && now.actor.id === request.actor?.id && now.actor.via === request.actor.via;
    return isSame && now.gate === null;
  }

  /** Who it is; headers about proofs of possession go with the answer, whatever it is. */
  private async identified(context: ExecutionContext, request: FastifyRequest): Promise<Identity> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const identity = await this.credentials.identify(request).catch((error: unknown) => {
      void reply.headers(challengeOf(error) ?? {});
      throw error;
    });
    const { answered, nonce } = identity;
    if (answered !== undefined) reply.raw.once('finish', () => answered(reply.raw.statusCode));
    if (typeof nonce === 'string') void reply.header('dpop-nonce', nonce);
    return identity;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | undefined>(ACCESS, context.getHandler());
    if (permission === undefined) throw refusal(accessRefusals, 'route_closed');
    const request = context
      .switchToHttp()
      .getRequest<FastifyRequest & { actor?: Actor; sessionId?: string | null }>();
    const { actor, permissions, sessionId, gate, isFresh } = await this.identified(context, request);
    request.actor = actor;
    request.sessionId = sessionId;
    if (may(actor, permission) && (permissions === null || permissions.includes(permission))) {
      if (isFresh || !STEP_UP.includes(permission)) return true;
      throw refusal(accessRefusals, 'step_up_required', { permission });
    }
    if (actor.via === 'none') throw refusal(accessRefusals, 'sign_in_required');
    if (gate !== null && may(actor, permission)) throw refusal(accessRefusals, gate);
    throw refusal(accessRefusals, actor.via === 'key' ? 'scope_missing' : 'role_missing', { permission });
  }
}
