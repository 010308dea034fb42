import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PUBLIC } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { accessRefusals } from '../contract';
import { keysInBody, keysInText, kindOfKey, plainKey } from '../domain/key-format';
import { MassStopService } from '../incidents/mass-stop.service';
import type { KeyEntity } from '../keys/key.entity';
import { KeyRepository } from '../keys/key.repository';
import { KeySecrets } from '../keys/key-secrets.service';
import { OtherSecrets } from './other-secrets.service';
import { LeakRepository, type LeakSource } from './leak.repository';

/** A text that somebody found, and where. */
export interface Found {
  readonly secret: string;
  /** An address or words; empty: not told. */
  readonly place: string;
}

const WORDS: Readonly<Record<LeakSource, string>> = {
  report: 'Somebody who found it reported it',
  github: 'Found in public on GitHub',
  gitlab: 'Found in public on GitLab',
  address: 'It was sent in an address, which ends up in logs',
  body: 'It was sent in the text of a request',
};

/** Routes that take keys in their body, because that is what they are for. */
const TAKES_KEYS = /^\/api\/v1\/(leaks|integrations\/)/;
const LONGEST_PLACE = 500;

const live = (key: KeyEntity | undefined): key is KeyEntity =>
  key !== undefined && (key.state === 'active' || key.state === 'throttled');

/** What happens to keys that others can read. Possession is the proof: the worst a report can do is stop a key one holds. */
@Injectable()
export class ExposureService {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRepository,
    private readonly secrets: KeySecrets,
    private readonly leaks: LeakRepository,
    private readonly mass: MassStopService,
    private readonly others: OtherSecrets,
  ) {}

  /**
   * Puts the keys among these in quarantine, together; whether each text is or was a key of this
   * installation. What has no right checksum costs no statement, and the others one look-up together. Safe twice.
   */
  async expose(source: LeakSource, found: readonly Found[]): Promise<boolean[]> {
    const real = found
      .map((it, index) => ({ place: it.place.slice(0, LONGEST_PLACE), index, secret: plainKey(it.secret) }))
      .map((it) => ({ ...it, kind: kindOfKey(it.secret) }))
      .filter(({ kind }) => kind !== null)
      .map((it) => ({ ...it, hashes: this.secrets.hashes(it.secret) }));
    const isKnown = found.map(() => false);
    if (real.length === 0) return isKnown;
    const rows = await this.keys.listByHashes(real.flatMap(({ hashes }) => hashes));
    const byHash = new Map(rows.map((row) => [row.secretHash.toString('hex'), row]));
    const matches = real.map(({ hashes, ...it }) => {
      const key = hashes.map((hash) => byHash.get(hash.toString('hex'))).find((row) => row !== undefined);
      return { ...it, hashes, hash: hashes[0] as Buffer, key };
    });
    const isNew = await this.db.tx(
      (tx) =>
      this.leaks.insert(tx, source, matches.map(({ hash, place, key }) => ({ hash, place, keyId: key?.id ?? null }))), // prettier-ignore
    );
    for (const { index, key } of matches) isKnown[index] = key !== undefined;
    await this.stopAll(source, matches);
    for (const [at, { key, place }] of matches.entries())
      if (isNew[at] === true && key?.state === 'quarantined') await this.again(source, key, place);
    const others = matches.filter(({ kind }) => kind !== 'live' && kind !== 'test');
    if (others.length === 0) return isKnown;
    const areOurs = await this.db.tx((tx) => this.others.end(tx, others));
    for (const [at, { index }] of others.entries()) isKnown[index] = areOurs[at] === true;
    return isKnown;
  }

  /** Refuses (400) a request with a key in its address or body, and puts that key in quarantine. */
  async refuseExposed(request: FastifyRequest): Promise<void> {
    const inAddress = keysInText(request.url);
    if (inAddress.length > 0) {
      await this.expose('address', inAddress.map((secret) => ({ secret, place: '' }))); // prettier-ignore
      throw refusal(accessRefusals, 'key_in_query');
    }
    if (request.body === undefined || request.body === null || TAKES_KEYS.test(request.url)) return;
    const inBody = keysInBody(request.body);
    if (inBody.length === 0) return;
    await this.expose('body', inBody.map((secret) => ({ secret, place: '' }))); // prettier-ignore
    throw refusal(accessRefusals, 'key_in_body');
  }

  private async stopAll(
    source: LeakSource,
    matches: readonly { readonly key: KeyEntity | undefined; readonly place: string }[],
  ): Promise<void> {
    const exposed = matches.flatMap(({ key, place }) =>
      live(key) ? [{ keyId: key.id, place, reason: wordsOf(source, place) }] : [],
    );
    if (exposed.length > 0) await this.db.tx((tx) => this.mass.stop(tx, PUBLIC_ALARM, source, exposed));
  }

  /** A key that lies in quarantine was found at another place as well: a line in the timeline. */
  private async again(source: LeakSource, { id: keyId }: KeyEntity, place: string): Promise<void> {
    const evidence = { source, place };
    const reason = wordsOf(source, place);
    await this.db.tx((tx) =>
      this.mass.again(tx, PUBLIC_ALARM, { keyId, cause: source, since: new Date(), evidence, reason }),
    );
  }
}

const wordsOf = (source: LeakSource, place: string): string =>
  place === '' ? WORDS[source] : `${WORDS[source]}: ${place}`;

/** Whoever reports acts through Atelier, which stops the key; the timeline names somebody outside. */
const PUBLIC_ALARM = { ...PUBLIC, roles: ['system'] } as const;
