import { Injectable } from '@nestjs/common';
import { HOUR, MINUTE, SECOND } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { accessRefusals } from '../contract';
import { Backoff, GUESSING } from '../domain/backoff';
import { Throttle } from '../domain/throttle';

/** One try at proving who one is. `name` is an address or a person's id; `network` comes from `networkOf`. */
export interface Attempt {
  readonly name: string;
  readonly network: string;
}

/**
 * Bounds guessing, per process. For one account from one network: five tries, then ever longer waits up to a quarter of
 * an hour. From one network: twenty a minute. For one account from anywhere: ten passwords a minute, thirty codes an
 * hour. The last would let strangers lock people out, so it does not hold where the account has signed in before.
 */
@Injectable()
export class SignInPolicy {
  private readonly pairs = new Backoff(GUESSING);
  private readonly codePairs = new Backoff(GUESSING);
  private readonly networks = new Throttle({ limit: 20, window: MINUTE });
  private readonly accounts = new Throttle({ limit: 10, window: MINUTE });
  private readonly codeAccounts = new Throttle({ limit: 30, window: HOUR });
  private readonly signUps = new Throttle({ limit: 60, window: MINUTE });
  private readonly mails = new Backoff({ free: 3, first: 5 * MINUTE, longest: HOUR });

  /** Counts a password before it is looked at, so that many at once do not slip through. Refuses with 429. */
  async admit(
    { name, network }: Attempt,
    isKnownNetwork: () => Promise<boolean>,
    now = Date.now(),
  ): Promise<void> {
    const wait = this.pairs.take(`${name} ${network}`, now);
    if (wait > 0) throw tooMany(wait);
    const mayTry = this.networks.take(network, now);
    if (mayTry && (this.accounts.take(name, now) || (await isKnownNetwork()))) return;
    throw tooMany(MINUTE);
  }

  /** The password was right: nothing counts any more. */
  forgive({ name, network }: Attempt): void {
    this.pairs.clear(`${name} ${network}`);
    this.networks.giveBack(network);
    this.accounts.giveBack(name);
  }

  /** Counts a code, before it is looked at. Refuses with 429. */
  async admitCode(
    { name, network }: Attempt,
    isKnownNetwork: () => Promise<boolean>,
    now = Date.now(),
  ): Promise<void> {
    const wait = this.codePairs.take(`${name} ${network}`, now);
    if (wait > 0) throw tooMany(wait);
    if (this.codeAccounts.take(name, now) || (await isKnownNetwork())) return;
    throw tooMany(HOUR);
  }

  /** The code was right. */
  forgiveCode({ name, network }: Attempt): void {
    this.codePairs.clear(`${name} ${network}`);
    this.codeAccounts.giveBack(name);
  }

  /** Refuses (429) more than sixty new accounts a minute from one network. */
  admitSignUp(network: string, now = Date.now()): void {
    if (!this.signUps.take(network, now)) throw tooMany(MINUTE);
  }

  /** Refuses (429) a flood of mails to one address, asked for from one network. */
  admitMail({ name, network }: Attempt, now = Date.now()): void {
    const wait = this.mails.take(`${name} ${network}`, now);
    if (wait > 0) throw tooMany(wait);
  }
}

function tooMany(wait: number): Error {
  const minutes = Math.ceil(wait / MINUTE);
  return refusal(accessRefusals, 'too_many_attempts', {
    detail: `Too many attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
    retryAfterSeconds: Math.ceil(wait / SECOND),
  });
}
