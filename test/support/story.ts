import type { TestApp } from './app';
import { violations } from './invariants';

interface Line {
  kind: string;
  unit: string;
  from_account: string;
  to_account: string;
  amount: bigint;
}

/**
 * The whole ledger as text, one line per arrow, in a fixed order. Ids become names by `names`; those without a name are
 * numbered in the order of the lines, so that the text is the same in every run.
 */
export async function printLedger(
  atelier: TestApp,
  names: Readonly<Record<string, string>>,
): Promise<string> {
  const lines = await atelier.db.read<Line>(`
    SELECT e.kind, e.unit, p.from_account, p.to_account, p.amount
    FROM ledger_entries e JOIN ledger_postings p ON p.entry_id = e.id`);
  const counted = new Map<string, string>();
  const named = (text: string): string =>
    text.replace(/\b([a-z]{3})_[0-9a-z]{26}\b/g, (id, prefix: string) => {
      const known = names[id] ?? counted.get(id);
      if (known !== undefined) return known;
      const next = `${prefix} ${[...counted.keys()].filter((key) => key.startsWith(prefix)).length + 1}`;
      counted.set(id, next);
      return next;
    });
  return lines
    .map(({ kind, unit, from_account, to_account, amount }) =>
      [
        kind.padEnd(24),
        named(from_account).padEnd(28),
        '→',
        named(to_account).padEnd(28),
        `${amount} ${unit}`,
      ].join(' '),
    )
    .toSorted()
    .join('\n');
}

/** What every story ends with: all standing invariants hold. */
export async function expectWholeBooks(atelier: TestApp): Promise<void> {
  await atelier.settle();
  expect(await violations(atelier, '')).toEqual({});
}
