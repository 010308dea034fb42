import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { HOSTING_CARRIERS, HOSTING_NUMBERS } from '../../src/modules/access/domain/hosting';
import { SignalRepository } from '../../src/modules/access/watch/signal.repository';
import { SignalService } from '../../src/modules/access/watch/signal.service';
import { TableService } from '../../src/modules/access/watch/table.service';
import { WatchService } from '../../src/modules/access/watch/watch.service';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { Outbox } from '../../src/platform/outbox/outbox';
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

/** As if a key had been used quietly for days from all networks it was used from: what comes now is new to it, and is much. */
const aged = async ({ key }: MadeKey): Promise<void> => {
  await studio.atelier.db.tx(async (tx) => {
    await tx.run(`UPDATE access_key_known SET first_at = now() - interval '3 days' WHERE family_id = $1`, [
      key.familyId,
    ]);
    await tx.run(
      `INSERT INTO access_key_hours (key_id, hour, calls, refused, credits)
       SELECT $1, date_trunc('hour', now(), 'UTC') - make_interval(days => n), 1, 0, 1 FROM generate_series(1, 6) n`,
      [key.id],
    );
    await tx.run(
      `UPDATE access_key_spend SET hour = date_trunc('hour', now(), 'UTC'), hour_credits = 100 WHERE key_id = $1`,
      [key.id],
    );
  });
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

  test('of a new network that spends a lot weighs more where machines are rented out', async () => {
    const fires = async (address: string, home = GOOGLE): Promise<Record<string, number>> => {
      const key = await newKey(studio, 'artist');
      await used(key, home);
      await aged(key);
      await used(key, address);
      return firesOf(key);
    };
    // Amazon's, Hurricane Electric's, and a network that nobody has announced.
    expect(await fires('52.95.110.7')).toEqual({ new_network_spend: 40 });
    expect(await fires('216.218.186.7')).toEqual({ new_network_spend: 20 });
    expect(await fires('10.20.30.7')).toEqual({ new_network_spend: 40 });
    // As it is where no table tells whose a network is: what nobody can know is no reason to suspect anybody.
    await studio.atelier.db.tx((tx) => tx.run('UPDATE access_networks SET carrier = NULL'));
    expect(await fires('10.20.31.7', '10.20.32.7')).toEqual({ new_network_spend: 20 });
  });

  test('is a list of numbers whose names stand in the table', async () => {
    const names = new Map<number, string>();
    const file = require.resolve('@ip-location-db/asn/asn-ipv4-num.csv');
    for (const line of (await readFile(file, 'utf8')).split('\n')) {
      const [, number = '', name = ''] = /^\d+,\d+,(\d+),"?(.*?)"?$/.exec(line.trim()) ?? [];
      names.set(Number(number), name);
    }
    const listed = Object.fromEntries(HOSTING_NUMBERS.map((number) => [number, names.get(number)]));
    expect(listed).toEqual(HOSTING_CARRIERS);
  });
});

describe('signals', () => {
  /** As managers see them in an installation with these tables. */
  const silent = async (env: Record<string, string>): Promise<Record<string, string | null>> => {
    const settings = readSettings(Settings, { DATABASE_URL: studio.atelier.databaseUrl, ...env });
    const { app, db } = studio.atelier;
    const signals = new SignalService(
      db,
      app.get(SignalRepository),
      app.get(Outbox),
      new TableService(settings),
    );
    return Object.fromEntries((await signals.list()).map(({ name, silentBecause }) => [name, silentBecause]));
  };

  test('that lack their table say so to the operator, and how to come by one', async () => {
    const without = await silent({ ATELIER_PLACE_FILES: 'none', ATELIER_CARRIER_FILES: 'none' });
    expect(without.travel).toContain('ATELIER_PLACE_FILES');
    expect(without.carriers).toContain('ATELIER_CARRIER_FILES');
    expect(without.spread).toBeNull();
    const broken = await silent({ ATELIER_PLACE_FILES: path.join(folder, 'missing.mmdb') });
    expect(broken.travel).toContain('It stays silent');
    expect(broken.carriers).toBeNull();
    const { body } = await studio.ask<{ items: { silentBecause: string | null }[] }>(
      'GET',
      '/signals',
      'manager',
    );
    expect(body.items.every(({ silentBecause }) => silentBecause === null)).toBe(true);
  });
});
