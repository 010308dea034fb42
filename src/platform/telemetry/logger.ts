import type { LoggerService } from '@nestjs/common';
import { requestContext } from './request-context';
import pino, { type DestinationStream, type Logger as Pino } from 'pino';

/** Members whose values never reach a log line, wherever they occur near the top of an object. */
const SECRET = ['authorization', 'cookie', 'password', 'secret', 'token', 'key', 'set-cookie'];

const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers["${name}"]`]);

/** What a failed statement was given: addresses, prompts, hashes. The code and the statement are enough to find a fault. */
const GIVEN = ['parameters', 'detail', 'where', 'driverError'];

/** An error without the values it carries. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const described = { ...pino.stdSerializers.err(error) } as Record<string, unknown>;
  for (const name of GIVEN) delete described[name];
  return described;
}

/** JSON lines on standard output, or on `sink`. */
export function createLogger(level: string, sink: DestinationStream = process.stdout): Pino {
  const options = {
    level,
    base: null,
    mixin: requestContext,
    redact: { paths, censor: '[redacted]' },
    serializers: { error: describeError },
  };
  return pino(options, sink);
}

/** What Nest tells of its own start: several hundred lines that interest nobody on a good day. */
const CHATTY = new Set(['RoutesResolver', 'RouterExplorer', 'InstanceLoader', 'NestFactory']);

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Lets Nest and every `new Logger(context)` write through one pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(CHATTY.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context as the last argument, and optionally a text or a stack before it. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const text = rest.length > 1 && typeof rest[0] === 'string' ? rest[0] : undefined;
    if (message instanceof Error) this.pino[level]({ context, error: message }, text ?? message.message);
    else if (typeof message === 'object' && message !== null) this.pino[level]({ context, ...message }, text);
    else this.pino[level]({ context, ...(text === undefined ? {} : { stack: text }) }, String(message));
  }
}
