/**
 * Gini coefficient of amounts that are zero or more: 0 when everybody has the same, towards 1 when one has everything.
 * People with nothing belong in the list. `null` when there is nobody or nothing to spread.
 */
export function gini(amounts: readonly number[]): number | null {
  const sorted = amounts.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, amount) => total + amount, 0);
  if (sorted.length === 0 || sum === 0) return null;
  const n = sorted.length;
  const weighted = sorted.reduce((total, amount, index) => total + (2 * (index + 1) - n - 1) * amount, 0);
  return weighted / (n * sum);
}
