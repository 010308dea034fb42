import { Injectable } from '@nestjs/common';
import { MINUTE } from '../../kernel/clock';
import { refusal } from '../../kernel/refusal';
import { accessRefusals } from './contract';
import { Throttle } from './domain/throttle';

/** One try at signing in. `network` comes from `networkOf`. */
export interface Attempt {
  readonly email: string;
  readonly network: string;
}

/**
 * Bounds guessing per process: five wrong passwords a minute for one account from one network, twenty from one network,
 * ten for one account from anywhere. The last would let strangers lock people out, so it does not hold where the
 * account has signed in before.
 */
@Injectable()
export class SignInPolicy {
  private readonly pairs = new Throttle({ limit: 5, window: MINUTE });
  private readonly networks = new Throttle({ limit: 20, window: MINUTE });
  private readonly accounts = new Throttle({ limit: 10, window: MINUTE });
  private readonly signUps = new Throttle({ limit: 60, window: MINUTE });

  /** Counts the try before the password is looked at, so that many at once do not slip through. Refuses with 429. */
  async admit(
    { email, network }: Attempt,
    isKnownNetwork: () => Promise<boolean>,
    now = Date.now(),
  ): Promise<void> {
    const mayTry = this.pairs.take(`${email} ${network}`, now) && this.networks.take(network, now);
    if (mayTry && (this.accounts.take(email, now) || (await isKnownNetwork()))) return;
    throw refusal(accessRefusals, 'too_many_attempts', { retryAfterSeconds: MINUTE / 1_000 });
  }

  /** The password was right: the try does not count. */
  forgive({ email, network }: Attempt): void {
    this.pairs.giveBack(`${email} ${network}`);
    this.networks.giveBack(network);
    this.accounts.giveBack(email);
  }

  /** Refuses (429) more than sixty new accounts a minute from one network. */
  admitSignUp(network: string, now = Date.now()): void {
    if (!this.signUps.take(network, now)) {
      throw refusal(accessRefusals, 'too_many_attempts', { retryAfterSeconds: MINUTE / 1_000 });
    }
  }
}
