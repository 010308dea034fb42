import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { available, decide, refusedMove } from '../../../kernel/workflow';
import { Database, type Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, roleChangeMoved, rolesChanged } from '../contract';
import { roleChangeWorkflow } from '../domain/role-change.workflow';
import type { PersonEntity } from './person.entity';
import { PersonRepository } from './person.repository';
import { RoleChangeRepository, type RoleChangeRow } from './role-change.repository';

type Verb = keyof typeof roleChangeWorkflow.moves;

export interface OpenChange extends RoleChangeRow {
  readonly available: Verb[];
}

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));

const facts = (me: Actor, { proposedBy, personId }: RoleChangeRow) => ({
  isProposer: proposedBy === me.id,
  isSubject: personId === me.id,
});

/** Who may be what. Taking effect with the next request of the person; making an administrator takes two. */
@Injectable()
export class RolesService {
  constructor(
    private readonly db: Database,
    private readonly people: PersonRepository,
    private readonly changes: RoleChangeRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Gives somebody exactly these roles. With a new `admin` among them it is proposed and the id of the proposal
   * returned; else it is done and `null` returned. Refuses `not_yourself`, `last_admin`, `change_open`, `not_found`.
   */
  async change(me: Actor, personId: string, roles: readonly Role[], reason: string): Promise<string | null> {
    if (personId === me.id) throw refusal(accessRefusals, 'not_yourself');
    return this.db.tx(async (tx) => {
      const admins = await this.people.lockAdmins(tx);
      const person = await this.people.lock(tx, personId);
      if (person === null) throw refusal(accessRefusals, 'not_found');
      if (await this.changes.hasOpen(tx, personId)) throw refusal(accessRefusals, 'change_open');
      if (sameRoles(person.roles, roles)) return null;
      const isLast = admins.length === 1 && admins[0] === personId;
      if (isLast && !roles.includes('admin')) throw refusal(accessRefusals, 'last_admin');
      if (roles.includes('admin') && !person.roles.includes('admin'))
        return this.propose(tx, me, person, roles, reason);
      await this.apply(tx, person, roles, { reason, by: me.id, confirmedBy: null });
      return null;
    });
  }

  /** Confirms or withdraws a proposal. Refuses `second_person`, `roles_moved`, `not_found`, `wrong_state`. */
  async act(me: Actor, id: string, verb: Verb): Promise<void> {
    await this.db.tx(async (tx) => {
      const change = await this.changes.lock(tx, id);
      if (change === null) throw refusal(accessRefusals, 'not_found');
      const { state } = change;
      const decision = decide(roleChangeWorkflow, state, verb, me, facts(me, change));
      if (decision.kind === 'refused')
        throw refusedMove(accessRefusals, decision.code, roleChangeWorkflow, state, verb);
      if (decision.kind === 'already') return;
      const move = { id, verb, from: state, to: decision.to, actor: me };
      if (!(await this.changes.move(tx, move))) throw refusal(accessRefusals, 'wrong_state');
      if (verb === 'confirm') await this.applyConfirmed(tx, me, change);
      await this.tell(tx, me, change, verb);
    });
  }

  /** What waits for a second person, with what `me` may do about it. */
  async listOpen(me: Actor): Promise<OpenChange[]> {
    const rows = await this.changes.listOpen();
    return rows.map((row) => ({
      ...row,
      available: available(roleChangeWorkflow, row.state, me, facts(me, row)),
    }));
  }

  private async propose(
    tx: Tx,
    me: Actor,
    { id: personId, roles: fromRoles }: PersonEntity,
    toRoles: readonly Role[],
    reason: string,
  ): Promise<string> {
    const draft = { id: newId('rch'), personId, fromRoles, toRoles: [...toRoles], reason, proposedBy: me.id };
    const row = await this.changes.insert(tx, draft);
    if (row === null) throw refusal(accessRefusals, 'change_open');
    await this.tell(tx, me, row, 'propose');
    return row.id;
  }

  private async applyConfirmed(tx: Tx, me: Actor, change: RoleChangeRow): Promise<void> {
    const { personId, fromRoles, toRoles, reason, proposedBy } = change;
    const person = await this.people.lock(tx, personId);
    if (person === null || !sameRoles(person.roles, fromRoles)) throw refusal(accessRefusals, 'roles_moved');
    await this.apply(tx, person, toRoles, { reason, by: proposedBy, confirmedBy: me.id });
  }

  private async apply(
    tx: Tx,
    { id: personId, roles: from }: PersonEntity,
    to: readonly Role[],
    note: { reason: string; by: string; confirmedBy: string | null },
  ): Promise<void> {
    await this.people.setRoles(tx, personId, to);
    await this.outbox.add(tx, rolesChanged, { personId, from, to, ...note });
  }

  private async tell(tx: Tx, me: Actor, change: RoleChangeRow, verb: Verb | 'propose'): Promise<void> {
    const { id: changeId, personId, toRoles: roles, reason } = change;
    await this.outbox.add(tx, roleChangeMoved, { changeId, personId, verb, roles, reason, by: me.id });
  }
}
