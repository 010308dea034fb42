import { HttpException } from '@nestjs/common';
import type { Refusal, RefusalKind } from '../../kernel/refusal';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457. `title` is a sentence for a person; `instance` is the request id. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly instance: string;
  readonly [member: string]: unknown;
}

export const STATUS: Readonly<Record<RefusalKind, number>> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  exhausted: 429,
  unavailable: 503,
};

/** The problem document of a refusal or of an HTTP error of the framework. */
export function toProblem(error: Refusal | HttpException, instance: string): Problem {
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return { type: `/problems/http/${status}`, title: error.message, status, instance };
  }
  return {
    ...error.details,
    type: `/problems/${error.module}/${error.code}`,
    title: error.message,
    code: `${error.module}.${error.code}`,
    status: error.status ?? STATUS[error.kind],
    instance,
  };
}
