/** How long earnings have waited, in days since they were earned. The first that fits counts. */
export const AGEING = [
  { bucket: '0-7', upTo: 7 },
  { bucket: '8-14', upTo: 14 },
  { bucket: '15-30', upTo: 30 },
  { bucket: 'over-30', upTo: Number.POSITIVE_INFINITY },
] as const;
export type Bucket = (typeof AGEING)[number]['bucket'];

export const BUCKETS: readonly Bucket[] = AGEING.map(({ bucket }) => bucket);

/** The bucket of something that has waited `days` whole days. */
export function bucketOf(days: number): Bucket {
  return AGEING.find(({ upTo }) => days <= upTo)?.bucket ?? 'over-30';
}

export interface Aged {
  readonly currency: string;
  readonly days: number;
  readonly count: number;
  /** Minor units. */
  readonly amount: bigint;
}

export interface AgedSum {
  readonly currency: string;
  readonly bucket: Bucket;
  readonly count: number;
  readonly amount: bigint;
}

/** Sums per currency and bucket; every bucket of a currency that occurs is there, empty ones too. */
export function age(rows: readonly Aged[]): AgedSum[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].toSorted();
  return currencies.flatMap((currency) =>
    BUCKETS.map((bucket) => {
      const inside = rows.filter((row) => row.currency === currency && bucketOf(row.days) === bucket);
      return {
        currency,
        bucket,
        count: inside.reduce((total, { count }) => total + count, 0),
        amount: inside.reduce((total, { amount }) => total + amount, 0n),
      };
    }),
  );
}
