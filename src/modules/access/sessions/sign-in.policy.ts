import { Injectable } from '@nestjs/common';
import { HOUR, MINUTE, SECOND } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { Database } from '../../../platform/db/database';
import { accessRefusals } from '../contract';
import { TriesRepository, type Allowance, type Steps } from './tries.repository';

/** One try at proving who one is. `name` is an address or a person's id; `network` comes from `networkOf`. */
export interface Attempt {
  readonly name: string;
  readonly network: string;
}

/** Five at once, then one after a minute, two, four … a quarter of an hour. */
const GUESSING = { free: 5, first: MINUTE, longest: 15 * MINUTE } as const;
const PASSWORDS: Steps = { kind: 'password', ...GUESSING };
const CODES: Steps = { kind: 'code', ...GUESSING };
const MAILS: Steps = { kind: 'mail', free: 3, first: 5 * MINUTE, longest: HOUR };
const OF_NETWORK: Allowance = { kind: 'passwords of a network', limit: 20, window: MINUTE };
const OF_ACCOUNT: Allowance = { kind: 'passwords of an account', limit: 10, window: MINUTE };
const CODES_OF_ACCOUNT: Allowance = { kind: 'codes of an account', limit: 30, window: HOUR };
const SIGN_UPS: Allowance = { kind: 'sign-ups', limit: 60, window: MINUTE };
const LEAK_REPORTS: Allowance = { kind: 'leak reports', limit: 10, window: MINUTE };

/**
 * Bounds guessing, over all processes. For one account from one network: five tries, then ever longer waits up to a
 * quarter of an hour. From one network: twenty a minute. For one account from anywhere: ten passwords a minute, thirty
 * codes an hour. The last would let strangers lock people out, so it does not hold where the account has signed in before.
 */
@Injectable()
export class SignInPolicy {
  constructor(
    private readonly db: Database,
    private readonly tries: TriesRepository,
  ) {}

  /** Counts a password before it is looked at, so that many at once do not slip through. Refuses with 429. */
  async admit({ name, network }: Attempt, isKnownNetwork: () => Promise<boolean>): Promise<void> {
    const { wait, mayTry, isOpen } = await this.db.tx(async (tx) => {
      const pause = await this.tries.take(tx, PASSWORDS, `${name} ${network}`);
      if (pause > 0) return { wait: pause, mayTry: false, isOpen: false };
      const isFew = await this.tries.takeOf(tx, OF_NETWORK, network);
      return { wait: 0, mayTry: isFew, isOpen: isFew && (await this.tries.takeOf(tx, OF_ACCOUNT, name)) };
    });
    if (wait > 0) throw tooMany(wait);
    if (!mayTry || !(isOpen || (await isKnownNetwork()))) throw tooMany(MINUTE);
  }

  /** The password was right: nothing counts any more. */
  async forgive({ name, network }: Attempt): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.tries.clear(tx, PASSWORDS, `${name} ${network}`);
      await this.tries.giveBack(tx, OF_NETWORK, network);
      await this.tries.giveBack(tx, OF_ACCOUNT, name);
    });
  }

  /** Counts a code, before it is looked at. Refuses with 429. */
  async admitCode({ name, network }: Attempt, isKnownNetwork: () => Promise<boolean>): Promise<void> {
    const { wait, isOpen } = await this.db.tx(async (tx) => {
      const pause = await this.tries.take(tx, CODES, `${name} ${network}`);
      if (pause > 0) return { wait: pause, isOpen: false };
      return { wait: 0, isOpen: await this.tries.takeOf(tx, CODES_OF_ACCOUNT, name) };
    });
    if (wait > 0) throw tooMany(wait);
    if (!isOpen && !(await isKnownNetwork())) throw tooMany(HOUR);
  }

  /** The code was right. */
  async forgiveCode({ name, network }: Attempt): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.tries.clear(tx, CODES, `${name} ${network}`);
      await this.tries.giveBack(tx, CODES_OF_ACCOUNT, name);
    });
  }

  /** Refuses (429) more than sixty new accounts a minute from one network, and a flood of mails to one address. */
  async admitSignUp(attempt: Attempt): Promise<void> {
    await this.admitOne(SIGN_UPS, attempt.network);
    await this.admitMail(attempt);
  }

  /** Refuses (429) more than ten reports of leaked keys a minute from one network. */
  async admitReport(network: string): Promise<void> {
    await this.admitOne(LEAK_REPORTS, network);
  }

  /** Refuses (429) a flood of mails to one address, asked for from one network. */
  async admitMail({ name, network }: Attempt): Promise<void> {
    const wait = await this.db.tx((tx) => this.tries.take(tx, MAILS, `${name} ${network}`));
    if (wait > 0) throw tooMany(wait);
  }

  private async admitOne(allowance: Allowance, network: string): Promise<void> {
    if (!(await this.db.tx((tx) => this.tries.takeOf(tx, allowance, network)))) throw tooMany(MINUTE);
  }
}

function tooMany(wait: number): Error {
  const minutes = Math.ceil(wait / MINUTE);
  return refusal(accessRefusals, 'too_many_attempts', {
    detail: `Too many attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
    retryAfterSeconds: Math.ceil(wait / SECOND),
  });
}
