import { Catch, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter';
import type { Problem } from './problem';
import { retryAfterOf } from './retry-after';

/** What clients of the OpenAI-compatible API read of an error; `code` is ours where that API has no word for it. */
interface ErrorObject {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
}

interface Row {
  readonly status: number;
  readonly type: string;
  readonly code?: string;
}

/** By the code of our own problem, where that API answers otherwise than by the status alone. */
const BY_CODE: Readonly<Record<string, Row>> = {
  // Not 429: the official client would ask again at once, and no time brings credits back.
  'ledger.insufficient': { status: 402, type: 'insufficient_quota', code: 'insufficient_quota' },
  'generation.queue_full': { status: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded' },
  'access.sign_in_required': { status: 401, type: 'invalid_request_error', code: 'invalid_api_key' },
  'access.key_unknown': { status: 401, type: 'invalid_request_error', code: 'invalid_api_key' },
};

function rowOf({ status, code }: Problem): Row {
  const known = typeof code === 'string' ? BY_CODE[code] : undefined;
  if (known !== undefined) return known;
  if (status === 422) return { status: 400, type: 'invalid_request_error' };
  if (status === 401) return { status, type: 'authentication_error' };
  if (status === 403) return { status, type: 'permission_error' };
  if (status === 429) return { status, type: 'rate_limit_error', code: 'rate_limit_exceeded' };
  return { status, type: status >= 500 ? 'server_error' : 'invalid_request_error' };
}

function paramOf({ param, fields }: Problem): string | null {
  if (typeof param === 'string') return param;
  const [first] = Array.isArray(fields) ? (fields as { field?: unknown }[]) : [];
  return typeof first?.field === 'string' ? first.field : null;
}

/** The same problems in the shape of that API: `{ error: { message, type, param, code } }`. */
@Catch()
export class ErrorObjectFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemOf(error, http.getRequest<FastifyRequest>());
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const { status, type, code } = rowOf(problem);
    const own = typeof problem.code === 'string' ? problem.code : null;
    const object: ErrorObject = { message: problem.title, type, param: paramOf(problem), code: code ?? own };
    const wait = retryAfterOf(problem, status);
    if (wait !== null) void reply.header('retry-after', String(wait));
    void reply
      .status(status)
      .header('content-type', 'application/json; charset=utf-8')
      .send({ error: object });
  }
}
