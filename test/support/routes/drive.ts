import { randomUUID } from 'node:crypto';
import { addressOf } from './objects';
import { isWorker, type Identity, type Operation } from './operations';
import { bodyOf } from './samples';
import type { World } from './world';

export interface Driven {
  readonly status: number;
  readonly text: string;
  readonly code: string | null;
  readonly type: string;
}

/** The stream of an event route never ends by itself: its head is enough. */
async function read(response: Response): Promise<string> {
  if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) return response.text();
  await response.body?.cancel();
  return '';
}

export function credential(world: World, identity: Identity): Record<string, string> {
  if (identity === 'nobody') return {};
  if (isWorker(identity))
    return { authorization: `Bearer ${world.workers[identity]}`, 'atelier-worker-protocol': '1' };
  if (identity.startsWith('key '))
    return { authorization: `Bearer ${world.keys[identity.slice(4) as keyof World['keys']]}` };
  return { cookie: world.atelier.people[identity as 'artist'].cookie };
}

/** One request of `identity` with the stranger's ids in every place. */
export async function drive(
  world: World,
  operation: Operation,
  identity: Identity,
  verb = '',
): Promise<Driven> {
  const body = bodyOf(operation, world);
  const response = await fetch(`${world.atelier.url}${addressOf(operation, world, verb)}`, {
    method: operation.method,
    headers: {
      ...credential(world, identity),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': randomUUID(),
    },
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await read(response);
  const type = response.headers.get('content-type') ?? '';
  const code = type.includes('json') ? codeOf(JSON.parse(text)) : null;
  return { status: response.status, text, code, type };
}

/** Of a problem, or of an error of the OpenAI-compatible API, which has a word of its own for a missing credential. */
function codeOf(answer: unknown): string | null {
  const { code, error } = answer as { code?: unknown; error?: { code?: unknown } };
  if (error?.code === 'invalid_api_key') return 'access.sign_in_required';
  const found = code ?? error?.code;
  return typeof found === 'string' ? found : null;
}

/** Sessions as they are now, to be put back after a route that ends them. */
export async function keepSessions({ owner }: World): Promise<() => Promise<void>> {
  await owner.query('CREATE TABLE kept_sessions AS TABLE access_sessions');
  return async () => {
    await owner.query('DELETE FROM access_sessions');
    await owner.query('INSERT INTO access_sessions SELECT * FROM kept_sessions');
  };
}
