import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { Refusal, refusal } from '../../../kernel/refusal';
import { Settings } from '../../../platform/config/settings';
import { PeopleService } from '../../access';
import { payoutsRefusals } from '../contract';
import type { PayoutRail, RailKey, RailRecipient, RecipientDraft } from '../domain/rail';
import { RailRegistry } from '../rails/rail-registry.service';
import type { RecipientInput, RecipientView } from './recipient.dto';
import type { RecipientEntity } from './recipient.entity';
import { RecipientRepository } from './recipient.repository';
import { RecipientStandingService } from './recipient-standing.service';

const ASKS: Readonly<Record<RailKey, RecipientView['asks']>> = {
  sandbox: 'nothing',
  stripe: 'hosted',
  bank_file: 'account',
};

/** How an artist is paid: what the rail knows of them, and the one way they chose. Rails are asked outside of transactions. */
@Injectable()
export class RecipientService {
  private readonly address: string;

  constructor(
    private readonly standing: RecipientStandingService,
    private readonly recipients: RecipientRepository,
    private readonly rails: RailRegistry,
    private readonly people: PeopleService,
    settings: Settings,
  ) {
    this.address = (settings.publicUrl ?? `http://localhost:${settings.port}`).replace(/\/+$/, '');
  }

  async list(personId: string): Promise<RecipientView[]> {
    const known = new Map((await this.recipients.listOf(personId)).map((row) => [row.rail, row]));
    const hasChosen = [...known.values()].some(({ isChosen }) => isChosen);
    return this.rails
      .keys()
      .map((key) =>
        view(this.rails.get(key), known.get(key) ?? null, !hasChosen && key === this.rails.usual),
      );
  }

  /** Makes the artist known to the rail, or gives it another account. Refuses `account_wrong`, `rail_refused`. */
  async set(key: RailKey, input: RecipientInput, me: Actor): Promise<RecipientView> {
    const rail = this.rails.get(key);
    const known = await this.recipients.findOf(me.id, key);
    // An account at a hosted rail is changed there; asking again is asking how far it is.
    if (known !== null && ASKS[key] === 'hosted') return this.refresh(key, me);
    const person = await this.people.find(me.id);
    if (person === null) throw refusal(payoutsRefusals, 'not_found');
    const seen = await this.made(rail, draftOf(input, person));
    await this.standing.save(rail, me, seen, 'payouts.set_recipient');
    return this.one(key, me);
  }

  /** Made on click, good once. Refuses `not_begun` and `no_onboarding`. */
  async link(key: RailKey, me: Actor): Promise<string> {
    const known = await this.known(key, me);
    const back = `${this.address}/studio/payee?rail=${key}`;
    const url = await this.rails
      .get(key)
      .onboardingLink(known.ref, { done: `${back}&back=done`, again: `${back}&back=again` });
    if (url === null) throw refusal(payoutsRefusals, 'no_onboarding');
    await this.standing.note(me, 'payouts.open_onboarding', known.id, { rail: key });
    return url;
  }

  /** Coming back from the rail's page says nothing about how far one is: the rail does. */
  async refresh(key: RailKey, me: Actor): Promise<RecipientView> {
    const known = await this.known(key, me);
    const rail = this.rails.get(key);
    await this.standing.save(rail, me, await rail.recipientStatus(known.ref), null);
    return this.one(key, me);
  }

  async choose(key: RailKey, me: Actor): Promise<RecipientView> {
    const known = await this.known(key, me);
    await this.standing.choose(me, known);
    return this.one(key, me);
  }

  /** What the rail refuses for good is asked under another key the next time. */
  private async made(rail: PayoutRail, draft: RecipientDraft): Promise<RailRecipient> {
    const attempt = await this.standing.begin(rail.key, draft.personId);
    try {
      return await rail.createRecipient({ ...draft, attempt });
    } catch (error) {
      if (error instanceof Refusal && error.details.isFinal === true)
        await this.standing.giveUp(rail.key, draft.personId, attempt);
      throw error;
    }
  }

  private async known(key: RailKey, me: Actor): Promise<RecipientEntity> {
    const known = await this.recipients.findOf(me.id, key);
    if (known === null) throw refusal(payoutsRefusals, 'not_begun');
    return known;
  }

  private async one(key: RailKey, me: Actor): Promise<RecipientView> {
    return view(this.rails.get(key), await this.recipients.findOf(me.id, key), false);
  }
}

function draftOf(
  { country, holder, ...bank }: RecipientInput,
  { id: personId, name, email }: { readonly id: string; readonly name: string; readonly email: string },
): RecipientDraft {
  const { iban, town, routing, number, kind } = bank;
  return {
    personId,
    name: holder ?? name,
    email,
    country,
    account: {
      ...(iban !== undefined && { iban }),
      ...(town !== undefined && { town }),
      ...(routing !== undefined && { routing }),
      ...(number !== undefined && { number }),
      isSavings: kind === 'savings',
    },
  };
}

function view(rail: PayoutRail, row: RecipientEntity | null, isUsual: boolean): RecipientView {
  return {
    rail: rail.key,
    mode: rail.mode,
    asks: ASKS[rail.key],
    isChosen: row?.isChosen ?? isUsual,
    standing: row?.standing ?? null,
    requirements: row?.requirements ?? [],
    country: row?.country ?? null,
    last4: row?.last4 ?? null,
    changedAt: row?.markChangedAt?.toISOString() ?? null,
    syncedAt: row?.syncedAt.toISOString() ?? null,
  };
}
