import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal';
import { PROBLEM_TYPE, toProblem, type Problem } from './problem';
import { retryAfterOf } from './retry-after';

/** What node and Postgres call a database that cannot serve now: refused, shutting down, starting, full, too slow. */
const OUT_OF_REACH = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '57014', '08006']);
/** pg has no codes of its own for these two. */
const OUT_OF_REACH_SAYS = /timeout exceeded when trying to connect|Connection terminated/;

/**
 * What Postgres says when a value of a request cannot stand: it names something that does not exist, is no number, is
 * out of range, or is too long. A rule should have said so before; the caller gets the same answer, and the log a warning.
 */
const CANNOT_STAND = new Set(['23503', '22P02', '22003', '22001', '22007', '22008']);

function isOutOfReach(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return OUT_OF_REACH.has(String(code)) || OUT_OF_REACH_SAYS.test(String(message));
}

/** Turns every thrown thing into RFC 9457 problem+json. What is not a refusal is a bug: 500 without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemOf(error, request);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const wait = retryAfterOf(problem, problem.status);
    if (wait !== null) void reply.header('retry-after', String(wait));
    void reply.status(problem.status).header('content-type', PROBLEM_TYPE).send(problem);
  }

  /** Also for the few routes that are not Nest's. */
  problemOf(error: unknown, request: FastifyRequest): Problem {
    const instance = request.id;
    if (error instanceof Refusal || error instanceof HttpException) return toProblem(error, instance);
    if (isOutOfReach(error)) {
      this.log.warn({ requestId: instance, error }, 'database out of reach');
      return {
        type: '/problems/http/unavailable',
        title: 'Atelier cannot reach its database. Nothing was done. Try again shortly.',
        status: 503,
        instance,
      };
    }
    if (CANNOT_STAND.has(String((error as { code?: unknown } | null)?.code))) {
      this.log.warn(
        { requestId: instance, method: request.method, url: request.url, error },
        'value refused late',
      );
      return {
        type: '/problems/http/value_refused',
        title: 'A value names something that does not exist, or is out of its range. Nothing was done.',
        status: 422,
        instance,
      };
    }
    const clientStatus = (error as { statusCode?: number } | null)?.statusCode;
    if (clientStatus !== undefined && clientStatus >= 400 && clientStatus < 500) {
      return {
        type: '/problems/http/bad_request',
        title: (error as Error).message,
        status: clientStatus,
        instance,
      };
    }
    this.log.error(
      { requestId: instance, method: request.method, url: request.url, error },
      'unexpected error',
    );
    return {
      type: '/problems/http/unexpected',
      title: 'Something went wrong on our side. It has been recorded under this request id.',
      status: 500,
      instance,
    };
  }
}
