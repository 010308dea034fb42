import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { boot, type RunningApp } from '../../src/boot';
import type { ProviderCheck, VideoProvider } from '../../src/modules/generation/domain/provider';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { SECRET } from '../rig/programme';
import { StandIn } from '../rig/renderer';

export interface Server {
  readonly port: number;
  readonly process: ChildProcess;
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const environment = (databaseUrl: string, home: string) => ({
  DATABASE_URL: databaseUrl,
  ATELIER_SECRET: SECRET,
  ATELIER_DATA_DIR: home,
  ATELIER_REQUESTS_PER_MINUTE: '10000000',
  LOG_LEVEL: 'error',
});

/** An API process of its own. */
export async function startApi(databaseUrl: string, home: string): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      ...process.env,
      ...environment(databaseUrl, home),
      ATELIER_ROLES: 'api',
      NODE_ENV: 'production',
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    said += String(chunk);
    if (said.includes(' is ready')) break;
  }
  child.stdout.resume();
  if (child.exitCode !== null || !said.includes(' is ready'))
    throw new Error(`an API process did not start: ${said}`);
  return { port, process: child };
}

export async function stopApi({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** A renderer that keeps its place for a while and then delivers nothing: where work starts is what is asked here. */
class EmptyRenderer extends StandIn {
  readonly model = 'replay-1';
  private readonly since = new Map<string, number>();

  override async submit({
    requestId,
  }: Parameters<VideoProvider['submit']>[0]): ReturnType<VideoProvider['submit']> {
    this.since.set(requestId, Date.now());
    return { state: 'accepted', ticket: requestId };
  }

  async check(ticket: Parameters<VideoProvider['check']>[0]): Promise<ProviderCheck> {
    if (Date.now() - (this.since.get(ticket) ?? 0) < 1_000) return { state: 'running', progress: 0.5 };
    return { state: 'failed', code: 'INVALID_INPUT', message: 'This renderer delivers nothing.' };
  }

  override async cancel(ticket: Parameters<VideoProvider['cancel']>[0]): Promise<void> {
    this.since.delete(ticket);
  }

  override async discard(ticket: Parameters<VideoProvider['discard']>[0]): Promise<void> {
    this.since.delete(ticket);
  }
}

/** Everything but the API, in this process: dispatcher, relay, queue and a renderer of `slots` places. */
export async function startWorkers(databaseUrl: string, home: string, slots: number): Promise<RunningApp> {
  const settings = readSettings(Settings, {
    ...environment(databaseUrl, home),
    ATELIER_ROLES: 'worker,dispatcher,relay',
    ATELIER_POOL_SLOTS: String(slots),
    PORT: '0',
  });
  const running = await boot(settings);
  running.app.get(ProviderRegistry).register(new EmptyRenderer(), 'cpu');
  return running;
}
