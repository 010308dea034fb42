import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { decide, refusedMove } from '../../../kernel/workflow';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { accessRefusals, keyStopped } from '../contract';
import { keyWorkflow } from '../domain/key.workflow';
import { KeyRepository, type KeyLine } from './key.repository';

export type KeyVerb = keyof typeof keyWorkflow.moves;

/** The one way a key changes its state. */
@Injectable()
export class KeyMoveService {
  constructor(
    private readonly keys: KeyRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Takes `verb` on a locked row. `false`: it is there already. Refuses `wrong_state`, `not_allowed`, `key_rotated`. */
  async step(
    tx: Tx,
    actor: Actor,
    { id, state, stopsAt }: Pick<KeyLine, 'id' | 'state' | 'stopsAt'>,
    verb: KeyVerb,
    note: Readonly<Record<string, unknown>> = {},
  ): Promise<boolean> {
    const decision = decide(keyWorkflow, state, verb, actor, { isRotated: stopsAt !== null });
    if (decision.kind === 'refused')
      throw refusedMove(accessRefusals, decision.code, keyWorkflow, state, verb);
    if (decision.kind === 'already') return false;
    if (await this.keys.move(tx, { id, verb, from: state, to: decision.to, actor, note })) return true;
    throw refusal(accessRefusals, 'wrong_state');
  }

  /** Ends a key for ever and tells; `false`: it was over before and nothing was told again. */
  async stop(
    tx: Tx,
    by: Actor,
    key: KeyLine,
    verb: 'revoke' | 'retire' | 'release',
    reason: string,
  ): Promise<boolean> {
    if (!(await this.step(tx, by, key, verb, { reason }))) return false;
    const { id: keyId, personId, name } = key;
    await this.outbox.add(tx, keyStopped, { keyId, personId, name, reason, by: by.id });
    return true;
  }
}
