import type { FastifyReply, FastifyRequest } from 'fastify';

const HEARTBEAT_MS = 15_000;
/** How long a stream may outlive the session or key that opened it. */
const RECHECK_MS = 1_000;

/** One server-sent event. `id` is what the browser returns as Last-Event-ID. */
export interface StreamEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data: object;
}

/** A text/event-stream answer that keeps itself alive, and ends when the client leaves or may no longer read it. */
export class EventStream {
  private readonly timers: NodeJS.Timeout[];
  private isChecking = false;

  constructor(
    private readonly reply: FastifyReply,
    request: FastifyRequest,
    private readonly mayGoOn: () => Promise<boolean>,
    private readonly onClose: () => void,
  ) {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 2000\n\n');
    this.timers = [
      setInterval(() => reply.raw.write(': still here\n\n'), HEARTBEAT_MS),
      setInterval(() => void this.recheck(), RECHECK_MS),
    ];
    request.raw.once('close', () => this.end());
  }

  send({ id, event, data }: StreamEvent): void {
    if (this.reply.raw.writableEnded) return;
    const lines = [id === undefined ? '' : `id: ${id}\n`, event === undefined ? '' : `event: ${event}\n`];
    this.reply.raw.write(`${lines.join('')}data: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    for (const timer of this.timers) clearInterval(timer);
    if (!this.reply.raw.writableEnded) this.reply.raw.end();
    this.onClose();
  }

  private async recheck(): Promise<void> {
    if (this.isChecking) return;
    this.isChecking = true;
    if (!(await this.mayGoOn())) this.end();
    this.isChecking = false;
  }
}
