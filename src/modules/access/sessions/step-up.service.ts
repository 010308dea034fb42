import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import type { Visit } from '../access.guard';
import { accessRefusals } from '../contract';
import { networkOf } from '../domain/network';
import { CodeAppService } from '../factors/code-app.service';
import { RecoveryService } from '../factors/recovery.service';
import { WebAuthnService, type ProofAnswer } from '../factors/web-authn.service';
import { OpeningService, type Opened } from './opening.service';
import { ProvingService } from './proving.service';
import type { PasskeyProofBody, StepUpBody } from './session.dto';

/** A proof inside of a session: the second half of a sign-in, and whatever needs a recent one (`STEP_UP`). */
@Injectable()
export class StepUpService {
  constructor(
    private readonly db: Database,
    private readonly proving: ProvingService,
    private readonly codeApps: CodeAppService,
    private readonly recovery: RecoveryService,
    private readonly webAuthn: WebAuthnService,
    private readonly opening: OpeningService,
  ) {}

  /**
   * The session has proved it now; its token is a new one. A password counts only where there is no second factor.
   * Refuses `proof_wrong`, `passkey_refused`, `too_many_attempts`, and `bad_input` unless exactly one proof is shown.
   */
  async prove(body: StepUpBody, visit: Visit): Promise<Opened> {
    const { sessionId } = visit;
    if (sessionId === null) throw refusal(accessRefusals, 'sign_in_required');
    const shown = Object.values(body).filter((value) => value !== undefined);
    if (shown.length !== 1) {
      const detail = 'Show exactly one of code, recoveryCode, password, passkey.';
      throw refusal(accessRefusals, 'bad_input', { detail });
    }
    if (body.password === undefined) await this.second(body, visit);
    else await this.first(body.password, sessionId, visit);
    const isStrong = body.password === undefined;
    const token = await this.db.tx((tx) => this.opening.prove(tx, sessionId, isStrong));
    return { token, view: await this.opening.view(sessionId) };
  }

  private async first(password: string, sessionId: string, { me, address }: Visit): Promise<void> {
    const { proofWays } = await this.opening.view(sessionId);
    if (!proofWays.includes('password')) throw refusal(accessRefusals, 'proof_wrong');
    await this.proving.password({ name: me.id, personId: me.id, address }, password);
  }

  private async second({ code, recoveryCode, passkey }: StepUpBody, visit: Visit): Promise<void> {
    if (passkey !== undefined) return this.byPasskey(passkey, visit);
    const { id } = visit.me;
    const isRight = (tx: Tx): Promise<boolean> =>
      code === undefined ? this.recovery.use(tx, id, recoveryCode ?? '') : this.codeApps.check(tx, id, code);
    return this.proving.code(id, visit.address, isRight);
  }

  private async byPasskey({ challengeId, response }: PasskeyProofBody, visit: Visit): Promise<void> {
    const personId = await this.webAuthn.proved(visit, challengeId, response as unknown as ProofAnswer);
    if (personId === visit.me.id) return;
    await this.proving.refused(visit.me.id, 'passkey', networkOf(visit.address));
    throw refusal(accessRefusals, 'passkey_refused');
  }
}
