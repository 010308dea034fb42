import { netEffect, NOTHING_UNUSUAL, unusual, written, type PreviewLine } from './preview';

const EFFECT = {
  total: { amount: 123_450n, count: 3 },
  currency: 'EUR',
  programName: 'Lumen',
  rail: 'stripe',
  isTest: false,
  fresh: 0,
  moved: 0,
  before: null,
} as const;

describe('what an approver reads', () => {
  it('is one sentence with the sum, the people and the way', () => {
    expect(netEffect(EFFECT)).toBe('Approving sends 1234.50 EUR from Lumen to 3 artists through Stripe.');
  });

  it('names who is new, who moved, what changed and that a test is a test', () => {
    const effect = { ...EFFECT, fresh: 1, moved: 2, before: { amount: 120_000n, count: 2 }, isTest: true };
    expect(netEffect({ ...effect, rail: 'sandbox' })).toBe(
      'Approving sends 1234.50 EUR from Lumen to 3 artists through the sandbox, 1 artist for the first time, ' +
        '2 artists with changed bank details, 34.50 EUR more than the last run; it is a test: no real money moves.',
    );
  });

  it('writes every currency with its own decimals', () => {
    expect(written(5n, 'EUR')).toBe('0.05 EUR');
    expect(written(1_500n, 'JPY')).toBe('1500 JPY');
    expect(written(-1_234n, 'KWD')).toBe('-1.234 KWD');
  });

  it('puts the largest change first and leaves out what stayed', () => {
    const line = (personId: string, amount: bigint, before: bigint | null) => ({
      personId,
      amount,
      before,
      wasPaid: before !== null,
      hasMoved: personId === 'cy',
    });
    const lines = [
      line('ada', 10n, 9n),
      line('bo', 10n, 10n),
      line('cy', 1n, 90n),
      line('dee', 5n, null),
      line('eli', 5n, 8n),
    ];
    const names = ({ first }: { first: readonly PreviewLine[] }) => first.map(({ personId }) => personId);
    const seen = unusual(NOTHING_UNUSUAL, lines, 20);
    expect(names(seen.changed)).toEqual(['cy', 'eli', 'ada']);
    expect(names(seen.fresh)).toEqual(['dee']);
    expect(names(seen.moved)).toEqual(['cy']);
    // In pieces it finds the same, counts all and keeps the first.
    let pieces: ReturnType<typeof unusual> = NOTHING_UNUSUAL;
    for (const one of lines) pieces = unusual(pieces, [one], 2);
    expect(pieces.changed.count).toBe(3);
    expect(names(pieces.changed)).toEqual(['cy', 'eli']);
  });
});
