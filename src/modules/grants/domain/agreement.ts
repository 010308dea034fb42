import { createHash } from 'node:crypto';
import { decimal, type Currency } from '../../../kernel/money';

/** Days in which evidence is answered; unanswered it is accepted. */
export const ANSWER_DAYS = 7;
/** Days in which an offer is accepted or turned down. */
export const OFFER_DAYS = 30;
/** Months in which the end of an award can be appealed; its money is held that long. */
export const APPEAL_MONTHS = 6;

export interface MilestonePlan {
  readonly title: string;
  /** Minor units of the award's currency, above zero. */
  readonly amount: bigint;
  readonly dueAt: Date;
  /** Paid as soon as the agreement is accepted. */
  readonly isAtStart: boolean;
}

/** What is wrong with the steps of an award of `amount`, in words; empty when nothing is. */
export function planFaults(plan: readonly MilestonePlan[], amount: bigint): string[] {
  const faults: string[] = [];
  const total = plan.reduce((sum, step) => sum + step.amount, 0n);
  if (plan.length === 0) faults.push('There is no step.');
  if (total !== amount) faults.push(`The steps sum to ${total} minor units, the award is ${amount}.`);
  if (plan.some((step) => step.amount <= 0n)) faults.push('Every step pays something.');
  return faults;
}

/** The agreement as the artist reads and accepts it. Its hash is what the consent names. */
export function agreement(award: {
  readonly callTitle: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly plan: readonly MilestonePlan[];
}): { text: string; hash: string } {
  const { callTitle, amount, currency, plan } = award;
  const money = (minor: bigint): string => `${decimal({ amount: minor, currency })} ${currency}`;
  const steps = plan.map(
    (step, index) =>
      `${index + 1}. ${step.title}: ${money(step.amount)}, ${
        step.isAtStart
          ? 'paid when you accept this agreement'
          : `planned by ${step.dueAt.toISOString().slice(0, 10)}`
      }`,
  );
  const text = [
    `# Award of ${money(amount)}: ${callTitle}`,
    'You keep every right in what you make. The programme pays in these steps:',
    steps.join('\n'),
    `You hand in evidence of a step; it is answered within ${ANSWER_DAYS} days, or it is accepted. An accepted step is ` +
      'yours and is never taken back.',
    'Steps can change when you and the programme both agree in writing here. The amount does not change.',
    `The programme can end the award with reasons. You can appeal within ${APPEAL_MONTHS} months to somebody who had no ` +
      'part in it; until then the money stays held.',
    'You may speak about this award, its conditions and its pay, and criticise the programme, at any time.',
  ].join('\n\n');
  return { text, hash: createHash('sha256').update(text, 'utf8').digest('hex') };
}
