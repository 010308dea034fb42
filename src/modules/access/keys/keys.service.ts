import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, keyCreated, type KeyCard } from '../contract';
import { networkText } from './places.policy';
import { ContainmentService } from '../incidents/containment.service';
import { DEFAULT_DAYS, keyView, type KeyView, type NewKeyView } from './key.dto';
import type { KeyEntity } from './key.entity';
import { KeyMoveService } from './key-move.service';
import { KeyRepository, OVERLAP_HOURS } from './key.repository';
import { KeySecrets } from './key-secrets.service';

/** A family in its overlap counts as one. */
const MOST_KEYS = 20;

/** What a key may do and from where; a rotation takes it over. */
export type KeyDraft = Pick<
  KeyEntity,
  | 'name'
  | 'kind'
  | 'scopes'
  | 'budget'
  | 'hourCap'
  | 'dayCap'
  | 'openCap'
  | 'networks'
  | 'origins'
  | 'boundTo'
> & { readonly days: number };

/** API keys of artists: made, rotated, stopped. Nothing here knows a secret after it was shown. */
@Injectable()
export class KeysService {
  constructor(
    private readonly db: Database,
    private readonly keys: KeyRepository,
    private readonly secrets: KeySecrets,
    private readonly moves: KeyMoveService,
    private readonly containment: ContainmentService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A new key. Not repeatable by Idempotency-Key, because that would store the secret: a repeated request meets the
   * name. Refuses `key_name_taken`, `too_many_keys`, `not_a_network`.
   */
  async create(me: Actor, draft: KeyDraft): Promise<NewKeyView> {
    const networks = draft.networks.map(readNetwork);
    return this.db.tx(async (tx) => {
      if ((await this.keys.countActive(tx, me.id)) >= MOST_KEYS)
        throw refusal(accessRefusals, 'too_many_keys');
      return this.insert(tx, me, { ...draft, networks }, null);
    });
  }

  /**
   * Replaces a key by a new one of its family. The old one works for 24 hours more; when `isLeaked` it is put in
   * quarantine now, and one that lies there already stays there. Refuses `not_found`, `key_rotated`, `wrong_state`.
   */
  async rotate(me: Actor, id: string, { isLeaked }: { isLeaked: boolean }): Promise<NewKeyView> {
    return this.db.tx(async (tx) => {
      const old = await this.lockOwn(tx, me, id);
      if (old.state === 'quarantined') {
        await this.moves.step(tx, me, old, 'replace');
        await this.keys.limitLife(tx, id, 0);
      } else if (isLeaked) {
        const reason = 'Its owner said that it leaked';
        await this.containment.stop(tx, me, { keyId: id, cause: 'owner', since: new Date(), evidence: {}, reason }); // prettier-ignore
        await this.keys.limitLife(tx, id, 0);
      } else {
        await this.moves.step(tx, me, old, 'rotate');
        await this.keys.limitLife(tx, id, OVERLAP_HOURS);
      }
      return this.insert(tx, me, { ...old, days: DEFAULT_DAYS }, old);
    });
  }

  /** Stops a key for ever; stopping a stopped one is success. Staff stop anybody's and give a reason, others their own. */
  async revoke(me: Actor, id: string, reason = 'revoked'): Promise<KeyView> {
    return this.db.tx(async (tx) => {
      const isStaff = hasRole(me, 'manager') || hasRole(me, 'admin');
      const row = isStaff ? await this.keys.lock(tx, id) : await this.lockOwn(tx, me, id);
      if (row === null) throw refusal(accessRefusals, 'not_found');
      const moved = await this.moves.stop(tx, me, row, 'revoke', reason);
      return keyView(moved ? { ...row, state: 'revoked' } : row, me);
    });
  }

  /** Where one of my keys may be used from; effective everywhere within a second. Refuses `not_found`, `not_a_network`. */
  async setPlaces(
    me: Actor,
    id: string,
    places: { networks: readonly string[]; origins: readonly string[] },
  ): Promise<KeyView> {
    const networks = places.networks.map(readNetwork);
    return this.db.tx(async (tx) => {
      const row = await this.lockOwn(tx, me, id);
      await this.keys.setPlaces(tx, id, networks, places.origins);
      return keyView({ ...row, networks, origins: [...places.origins] }, me);
    });
  }

  /** What other modules may know of a key; `null`: there is none of this id. */
  async card(id: string): Promise<KeyCard | null> {
    const row = await this.keys.find(id);
    if (row === null) return null;
    const { personId, familyId, name, scopes, state, budget, expiresAt } = row;
    return { id, personId, familyId, name, scopes, state, budget, expiresAt };
  }

  private async lockOwn(tx: Tx, me: Actor, id: string): Promise<KeyEntity> {
    const row = await this.keys.lock(tx, id);
    if (row === null || row.personId !== me.id) throw refusal(accessRefusals, 'not_found');
    return row;
  }

  private async insert(tx: Tx, me: Actor, draft: KeyDraft, old: KeyEntity | null): Promise<NewKeyView> {
    const { secret, ...minted } = this.secrets.mint(draft.kind);
    const id = newId('key');
    const familyId = old?.familyId ?? id;
    const { name, kind, scopes, budget, hourCap, dayCap, openCap, networks, origins, boundTo, days } = draft;
    const limits = {
      budget,
      hourCap,
      dayCap,
      openCap,
      networks: [...networks],
      origins: [...origins],
      boundTo,
    };
    const row = await this.keys.insert(tx, { id, personId: me.id, familyId, name, kind, scopes: [...scopes], ...limits, days, ...minted }); // prettier-ignore
    if (row === null) throw refusal(accessRefusals, 'key_name_taken', { name });
    await this.outbox.add(tx, keyCreated, {
      keyId: id,
      personId: me.id,
      name,
      familyId,
      rotatedFrom: old?.id ?? null,
      budget: budget === null ? null : Number(budget),
      by: me.id,
    });
    return { key: keyView(row, me), secret };
  }
}

function readNetwork(text: string): string {
  const network = networkText(text.trim());
  if (network === null)
    throw refusal(accessRefusals, 'not_a_network', { detail: `${text} is no address and no network. Networks are written as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48.` }); // prettier-ignore
  return network;
}
