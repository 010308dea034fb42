import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { DAY } from '../../../kernel/clock';
import type { Tx } from '../../../platform/db/database';
import { TableService, type Asked, type Place } from './table.service';

/**
 * Caller: WhereaboutsService.keep, for networks that this process has not written today.
 * Index: primary key.
 * Twice: the later look stays. In the order of the key, so that two processes do not wait in a circle.
 */
const KEEP_NETWORKS = `
  INSERT INTO access_networks AS n (network, carrier, latitude, longitude)
  SELECT u.network, u.carrier, u.latitude, u.longitude
  FROM unnest($1::text[], $2::bigint[], $3::float8[], $4::float8[]) AS u (network, carrier, latitude, longitude)
  ORDER BY u.network
  ON CONFLICT (network) DO UPDATE SET carrier = excluded.carrier, latitude = excluded.latitude,
    longitude = excluded.longitude, looked_at = now()`;

/** Of one network: the number of its carrier, and where it is. */
export interface Whereabouts {
  readonly network: string;
  readonly carrier: number | null;
  readonly place: Place | null;
}

const MOST_KNOWN = 100_000;

/** Who runs the networks that keys are used from, and where they are: looked up when counts are written, never within a call. */
@Injectable()
export class WhereaboutsService {
  private readonly keptAt = new Map<string, number>();

  constructor(private readonly tables: TableService) {}

  /** What is known of networks, spelled as `prefixOf` does, that were not looked up today; of those in public only. */
  async look(networks: readonly string[]): Promise<Whereabouts[]> {
    const now = Date.now();
    const fresh = [...new Set(networks)].filter((network) => now - (this.keptAt.get(network) ?? 0) > DAY);
    const found = await Promise.all(
      fresh.map(async (network): Promise<Whereabouts[]> => {
        const asked = askedOf(network);
        if (asked === null) return [];
        const [carrier, place] = await Promise.all([
          this.tables.carrierOf(asked),
          this.tables.placeOf(asked),
        ]);
        return [{ network, carrier, place }];
      }),
    );
    return found.flat();
  }

  async keep(tx: Tx, found: readonly Whereabouts[]): Promise<void> {
    if (found.length === 0) return;
    await tx.run(KEEP_NETWORKS, [
      found.map(({ network }) => network),
      found.map(({ carrier }) => carrier),
      found.map(({ place }) => place?.latitude ?? null),
      found.map(({ place }) => place?.longitude ?? null),
    ]);
    if (this.keptAt.size > MOST_KNOWN) this.keptAt.clear();
    for (const { network } of found) this.keptAt.set(network, Date.now());
  }
}

function askedOf(network: string): Asked | null {
  const text = network.split('/', 1)[0] ?? '';
  if (!ipaddr.isValid(text)) return null;
  const ip = ipaddr.parse(text);
  if (ip.range() !== 'unicast') return null;
  const isV4 = ip.kind() === 'ipv4';
  const size = isV4 ? 4 : 6;
  const number = ip
    .toByteArray()
    .slice(0, size)
    .reduce((sum, byte) => sum * 256 + byte, 0);
  return { text, number, family: isV4 ? 4 : 6 };
}
