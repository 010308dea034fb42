import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../../kernel/refusal';
import { generationRefusals } from '../contract';

export const PROTOCOL_HEADER = 'atelier-worker-protocol';
export const PROTOCOL = '1';

/** A worker of another protocol is told so, and not misunderstood. */
@Injectable()
export class ProtocolGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    void http.getResponse<FastifyReply>().header(PROTOCOL_HEADER, PROTOCOL);
    if (http.getRequest<FastifyRequest>().headers[PROTOCOL_HEADER] === PROTOCOL) return true;
    throw refusal(generationRefusals, 'worker_protocol', { supported: [PROTOCOL] });
  }
}
