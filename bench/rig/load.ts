import { once } from 'node:events';
import net from 'node:net';

/** One request as it goes over the wire, and what it should be answered with. */
export interface Shot {
  readonly head: string;
  readonly body: string;
}

export interface Burst {
  readonly count: number;
  /** Answers per second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers by HTTP status. */
  readonly statuses: Readonly<Record<string, number>>;
}

interface Aim {
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
  /** The next request; called once for each. */
  readonly next: () => Shot;
}

/**
 * Keeps `clients` connections busy for `seconds`, each sending its next request when the last one is answered. Speaks
 * HTTP by hand, so that it takes less of the shared processors than what it measures.
 */
export async function burst({ port, clients, seconds, next }: Aim): Promise<Burst> {
  const sockets = await Promise.all(Array.from({ length: clients }, () => connect(port)));
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const started = performance.now();
  const until = started + seconds * 1_000;
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          let pending = '';
          let sent = 0;
          const send = (): void => {
            const { head, body } = next();
            sent = performance.now();
            socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
          };
          socket.on('error', reject);
          socket.on('close', () => reject(new Error('the server closed a connection')));
          socket.on('data', (chunk: string) => {
            pending += chunk;
            const status = answered(pending);
            if (status === null) return;
            pending = '';
            const now = performance.now();
            times.push(now - sent);
            statuses[status] = (statuses[status] ?? 0) + 1;
            if (now < until) return send();
            socket.removeAllListeners('close');
            socket.destroy();
            resolve();
          });
          send();
        }),
    ),
  );
  const elapsed = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => round(times[Math.floor(times.length * share)] ?? 0);
  return {
    count: times.length,
    rate: Math.round(times.length / elapsed),
    p50: at(0.5),
    p99: at(0.99),
    statuses,
  };
}

async function connect(port: number): Promise<net.Socket> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  // One character a byte: lengths of answers are counted in bytes.
  return socket.setEncoding('latin1');
}

/** The status of a whole answer; `null` while more of it is on its way. */
function answered(text: string): string | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1];
  if (length === undefined) throw new Error(`an answer without its length:\n${text.slice(0, 500)}`);
  return text.length >= end + 4 + Number(length) ? text.slice(9, 12) : null;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
