import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import type { Currency } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { CompensationService, PayGateService, type Claim, type DueOf } from '../../compensation';
import { account, LedgerService } from '../../ledger';
import type { PayoutBatchEntity } from '../batch.entity';
import { BookService } from '../book.service';
import { payoutsRefusals } from '../contract';
import { blockedOf, type Blocked, type Due } from '../domain/draft';
import type { PayoutRail } from '../domain/rail';
import { RailRegistry } from '../rails/rail-registry.service';
import { RecipientRepository } from '../recipients/recipient.repository';

/**
 * Caller: DueService.pages, first statement of a draft.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: one draft of a programme and currency at a time. The second is told so instead of waiting: waiting drafts
 * would hold the connections that the first one needs.
 */
const TRY_TURN = `SELECT pg_try_advisory_xact_lock(hashtextextended('payouts.draft ' || $1, 7248)) AS got`;

/** People that are in hand at once: their earnings are then found one by one, not by reading all that there are. */
const PAGE = 500;

/** Somebody who is paid, and the account that it goes to. */
export interface DraftLine extends DueOf {
  readonly recipient: string;
  readonly recipientMark: string | null;
}

/** Some of the people who are owed something, told apart. */
export interface DraftPage {
  readonly lines: readonly DraftLine[];
  readonly blocked: readonly Blocked[];
}

export interface DraftOf {
  readonly programId: string;
  readonly currency: Currency;
  readonly rail: PayoutRail;
  readonly drafterId: string;
}

/** What artists are owed and no batch has promised them yet. */
@Injectable()
export class DueService {
  constructor(
    private readonly compensation: CompensationService,
    private readonly gate: PayGateService,
    private readonly ledger: LedgerService,
    private readonly recipients: RecipientRepository,
    private readonly rails: RailRegistry,
    private readonly book: BookService,
  ) {}

  /**
   * Who could be paid now by this rail and who not, by person, a page at a time. Refuses `draft_in_progress` while somebody
   * else is at it.
   */
  async *pages(tx: Tx, of: DraftOf): AsyncGenerator<DraftPage> {
    const [turn] = await tx.query<{ got: boolean }>(TRY_TURN, [`${of.programId} ${of.currency}`]);
    if (turn?.got !== true) throw refusal(payoutsRefusals, 'draft_in_progress');
    let owed = await this.compensation.due(tx, of, '', PAGE);
    while (owed.length > 0) {
      yield await this.sorted(tx, owed, of);
      owed = await this.compensation.due(tx, of, owed.at(-1)?.personId ?? '', PAGE);
    }
  }

  /** Promises these earnings to their payouts. */
  async claim(tx: Tx, claims: readonly Claim[]): Promise<void> {
    await this.compensation.claim(tx, claims);
  }

  async note(tx: Tx, actor: Actor, batch: PayoutBatchEntity): Promise<void> {
    await this.book.note(tx, actor, 'draft_batch', batch);
  }

  private async sorted(tx: Tx, owed: readonly DueOf[], of: DraftOf): Promise<DraftPage> {
    const { programId, currency, rail, drafterId } = of;
    const ids = owed.map(({ personId }) => personId);
    const forms = await this.gate.blocked(programId, ids, tx);
    const { due, targets } = await this.targets(tx, owed, currency, rail);
    const blocked = blockedOf(due, {
      drafterId,
      rail: rail.key,
      usual: this.rails.usual,
      minimum: rail.minimum(currency),
      knowsEverybody: rail.key === 'sandbox',
      formMissing: new Set(forms.keys()),
    });
    const out = new Set(blocked.map(({ personId }) => personId));
    const lines = owed
      .filter(({ personId }) => !out.has(personId))
      .map((line) => ({
        ...line,
        ...(targets.get(line.personId) ?? { recipient: line.personId, recipientMark: null }),
      }));
    return { lines, blocked };
  }

  private async targets(tx: Tx, owed: readonly DueOf[], currency: Currency, rail: PayoutRail) {
    const ids = owed.map(({ personId }) => personId);
    const balances = await this.ledger.balances(
      ids.map((personId) => account.payable(personId, currency)),
      tx,
    );
    const known = await this.recipients.listOfAll(tx, ids);
    const chosen = new Map(known.filter(({ isChosen }) => isChosen).map((row) => [row.personId, row.rail]));
    const here = new Map(known.filter((row) => row.rail === rail.key).map((row) => [row.personId, row]));
    const due = owed.map(({ personId, amount }): Due => ({
      personId,
      amount,
      available: balances.get(account.payable(personId, currency))?.available ?? 0n,
      chosen: chosen.get(personId) ?? null,
      standing: here.get(personId)?.standing ?? null,
    }));
    const targets = new Map(
      [...here].map(([personId, { ref, mark }]) => [personId, { recipient: ref, recipientMark: mark }]),
    );
    return { due, targets };
  }
}
