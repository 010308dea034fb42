import type { Answer, CastName } from './app';
import type { Batch, Studio } from './studio';

export interface KeyView {
  readonly id: string;
  readonly state: string;
  readonly familyId: string;
  readonly available: string[];
  readonly lastUsedFrom: string | null;
  readonly lastUsedBy: string | null;
  readonly lastUsedFor: string | null;
  readonly usage: number[];
  readonly openClips: number;
  readonly spentThisHour: number;
}

export interface MadeKey {
  readonly key: KeyView;
  readonly secret: string;
  readonly code?: string;
}

let made = 0;

/** A key of an artist that may submit. */
export async function newKey(studio: Studio, as: CastName, more: object = {}): Promise<MadeKey> {
  made += 1;
  const { status, body } = await studio.ask<MadeKey>('POST', '/keys', as, {
    name: `key ${made}`,
    scopes: ['generations:write'],
    ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  await studio.atelier.settle();
  return body;
}

/** Asks for a clip with a key, as a program would. */
export function byKey(
  studio: Studio,
  secret: string,
  headers: Record<string, string> = {},
  more: object = {},
): Promise<Answer<Batch>> {
  return studio.atelier.request<Batch>('POST', '/api/v1/generations', {
    key: secret,
    body: studio.request(more),
    headers: { 'user-agent': 'studio-script/1.0', ...headers },
  });
}

export async function keyOf(studio: Studio, as: CastName, id: string): Promise<KeyView> {
  const { body } = await studio.ask<{ items: KeyView[] }>('GET', '/keys?limit=100', as);
  const key = body.items.find((item) => item.id === id);
  if (key === undefined) throw new Error(`${as} has no key ${id}`);
  return key;
}
