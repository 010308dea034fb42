import type { FastifyReply, FastifyRequest } from 'fastify';

const HEARTBEAT_MS = 15_000;

/** One server-sent event. `id` is what the browser returns as Last-Event-ID. */
export interface StreamEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data: object;
}

/** A text/event-stream answer that keeps itself alive and ends when the client leaves. */
export class EventStream {
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly reply: FastifyReply,
    request: FastifyRequest,
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
    this.timer = setInterval(() => reply.raw.write(': still here\n\n'), HEARTBEAT_MS);
    request.raw.once('close', () => this.end());
  }

  send({ id, event, data }: StreamEvent): void {
    if (this.reply.raw.writableEnded) return;
    const lines = [id === undefined ? '' : `id: ${id}\n`, event === undefined ? '' : `event: ${event}\n`];
    this.reply.raw.write(`${lines.join('')}data: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    clearInterval(this.timer);
    if (!this.reply.raw.writableEnded) this.reply.raw.end();
    this.onClose();
  }
}
