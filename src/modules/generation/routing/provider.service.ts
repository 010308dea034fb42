import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import { Database } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { generationRefusals } from '../contract';
import { circuitWorkflow } from '../domain/circuit.workflow';
import { TicketRepository } from '../hosted/ticket.repository';
import { ProviderRegistry, type Registered } from '../providers/registry.provider';
import { CircuitService } from './circuit.service';
import type {
  CircuitHistoryView,
  LeaseListView,
  ProviderListView,
  ProviderSettingsBody,
  ProviderView,
} from './provider.dto';
import { providerView } from './provider.mapping';
import { ProviderRepository } from './provider.repository';

const MOVES_SHOWN = 30;
const LEASES_SHOWN = 200;

/** What staff see of providers, and do with them. */
@Injectable()
export class ProviderService {
  constructor(
    private readonly db: Database,
    private readonly registry: ProviderRegistry,
    private readonly providers: ProviderRepository,
    private readonly circuits: CircuitService,
    private readonly tickets: TicketRepository,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor): Promise<ProviderListView> {
    const [rows, counts] = await Promise.all([this.providers.list(), this.tickets.count()]);
    const items = this.registry.all().flatMap((registered) => {
      const { key } = registered.provider;
      const row = rows.find(({ id }) => id === key);
      const count = counts.find(({ provider }) => provider === key);
      return row === undefined ? [] : [providerView(registered, row, count, actor)];
    });
    return { items };
  }

  /** Refuses `not_found`. */
  async get(actor: Actor, key: string): Promise<ProviderView> {
    this.registered(key);
    const view = (await this.list(actor)).items.find((item) => item.key === key);
    if (view === undefined) throw refusal(generationRefusals, 'not_found');
    return view;
  }

  /** The last moves of its circuit, newest first. Refuses `not_found`. */
  async history(key: string): Promise<CircuitHistoryView> {
    this.registered(key);
    const moves = await this.providers.listMoves(key, MOVES_SHOWN);
    const items = moves.map(({ note, at, ...move }) => {
      const reason = typeof note.message === 'string' ? `${String(note.code)}: ${note.message}` : null;
      return { ...move, reason, at: at.toISOString() };
    });
    return { items };
  }

  async leases(): Promise<LeaseListView> {
    const rows = await this.providers.listLeases(LEASES_SHOWN);
    const items = rows.map(({ takenAt, expiresAt, deadlineAt, ...lease }) => ({
      ...lease,
      takenAt: takenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      deadlineAt: deadlineAt.toISOString(),
    }));
    return { items };
  }

  /** Pins, weighs or drains it. Refuses `not_found`. */
  async set(actor: Actor, key: string, body: ProviderSettingsBody): Promise<ProviderView> {
    this.registered(key);
    await this.db.tx(async (tx) => {
      if ((await this.providers.lock(tx, key)) === null) throw refusal(generationRefusals, 'not_found');
      await this.providers.change(tx, key, { ...body });
      await this.audit.record(tx, actor, 'provider.set', key, { ...body });
      tx.afterCommit(() => this.circuits.forget());
    });
    return this.get(actor, key);
  }

  /** Pauses it, or lets it render again. Refuses `not_found`, `wrong_state`. */
  async act(actor: Actor, key: string, verb: 'pause' | 'resume'): Promise<ProviderView> {
    this.registered(key);
    await this.db.tx(async (tx) => {
      const row = await this.providers.lock(tx, key);
      if (row === null) throw refusal(generationRefusals, 'not_found');
      const decision = decide(circuitWorkflow, row.state, verb, actor, {});
      if (decision.kind === 'refused')
        throw refusedMove(generationRefusals, decision.code, circuitWorkflow, row.state, verb);
      if (decision.kind === 'already') return;
      await this.providers.move(tx, { id: key, verb, from: row.state, to: decision.to, actor });
      // Whoever resumes it has looked after the cause; whoever pauses it has a reason of their own.
      const past = { failures: 0, trips: 0, holdUntil: null };
      await this.providers.change(
        tx,
        key,
        verb === 'resume' ? past : { code: null, message: null, failedAt: null },
      );
      await this.audit.record(tx, actor, `provider.${verb}`, key, { from: row.state });
      tx.afterCommit(() => this.circuits.forget());
    });
    return this.get(actor, key);
  }

  private registered(key: string): Registered {
    const found = this.registry.all().find(({ provider }) => provider.key === key);
    if (found === undefined) throw refusal(generationRefusals, 'not_found');
    return found;
  }
}
