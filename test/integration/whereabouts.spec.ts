import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { WatchService } from '../../src/modules/access/watch/watch.service';
import { enrollArtist } from '../support/artist';
import { byKey, keyOf, newKey, type MadeKey } from '../support/keys';
import { placeTable } from '../support/mmdb';
import { Studio } from '../support/studio';

/** Networks that the table of carriers that comes along knows, each of another one. */
const CLOUDFLARE = '1.1.1.7';
const GOOGLE = '8.8.8.7';
const QUAD9 = '9.9.9.7';

let studio: Studio;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-places-'));
  const places = path.join(folder, 'places.mmdb');
  const table = placeTable([
    { network: '1.1.1.0/24', latitude: 52.52, longitude: 13.4 },
    { network: '8.8.8.0/24', latitude: -23.55, longitude: -46.63 },
    { network: '9.9.0.0/16', latitude: 52.4, longitude: 13.06 },
  ]);
  await writeFile(places, table);
  studio = await Studio.start('whereabouts', {
    TRUSTED_PROXIES: '127.0.0.1,::1',
    ATELIER_PLACE_FILES: `${path.join(folder, 'missing.mmdb')},${places}`,
  });
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
}, 60_000);
afterAll(async () => {
  await studio?.stop();
  await rm(folder, { recursive: true, force: true });
});

const used = async ({ secret }: MadeKey, ...addresses: string[]): Promise<void> => {
  for (const address of addresses) await byKey(studio, secret, { 'x-forwarded-for': address });
  await studio.atelier.app.get(WatchService).flush();
};
const firesOf = async ({ key }: MadeKey): Promise<Record<string, number>> => {
  const rows = await studio.atelier.db.read<{ signal: string; points: number }>(
    'SELECT signal, points FROM access_signal_fires WHERE key_id = $1',
    [key.id],
  );
  return Object.fromEntries(rows.map(({ signal, points }) => [signal, points]));
};

describe('who runs the networks that a key is used from, and where they are', () => {
  test('is looked up for networks in public, and for no others', async () => {
    const key = await newKey(studio, 'artist');
    await used(key, CLOUDFLARE, GOOGLE, '192.168.1.7', '2606:4700:4700::1111');
    const rows = await studio.atelier.db.read<{ network: string; carrier: number | null; latitude: number }>(
      'SELECT network, carrier::int AS carrier, latitude FROM access_networks ORDER BY network',
    );
    expect(rows).toEqual([
      { network: '1.1.1.0/24', carrier: 13335, latitude: 52.52 },
      { network: '2606:4700:4700::/48', carrier: 13335, latitude: null },
      { network: '8.8.8.0/24', carrier: 15169, latitude: -23.55 },
    ]);
  });

  test('two carriers and places of one region say nothing', async () => {
    const key = await newKey(studio, 'artist');
    await used(key, CLOUDFLARE, CLOUDFLARE, CLOUDFLARE, QUAD9, QUAD9, QUAD9);
    expect(await firesOf(key)).toEqual({});
    expect((await keyOf(studio, 'artist', key.key.id)).state).toBe('active');
  });

  test('three carriers within ten minutes are a signal', async () => {
    const key = await newKey(studio, 'artist');
    await used(key, CLOUDFLARE, GOOGLE, QUAD9);
    expect(await firesOf(key)).toEqual({ carriers: 40 });
    expect((await keyOf(studio, 'artist', key.key.id)).state).toBe('active');
  });

  test('three calls each at two places that nobody travels between are another; together they slow the key down', async () => {
    const key = await newKey(studio, 'artist2');
    await used(key, CLOUDFLARE, CLOUDFLARE, GOOGLE, GOOGLE, GOOGLE);
    expect(await firesOf(key)).toEqual({});
    await used(key, CLOUDFLARE, QUAD9);
    expect(await firesOf(key)).toEqual({ carriers: 40, travel: 40 });
    expect((await keyOf(studio, 'artist2', key.key.id)).state).toBe('throttled');
  });
});
