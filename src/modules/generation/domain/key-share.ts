import type { QuotaPlan } from '../../program/contract';

const WINDOWS_A_MONTH = { day: [30n, 1n], week: [30n, 7n], programme: [1n, 1n] } as const;

/** Credits that a plan comes to in a month of thirty days, by which the caps of keys are measured; at least one. */
export function monthlyGrant({ credits, window }: Pick<QuotaPlan, 'credits' | 'window'>): bigint {
  const [times, of] = WINDOWS_A_MONTH[window];
  const grant = (credits * times) / of;
  return grant > 0n ? grant : 1n;
}
