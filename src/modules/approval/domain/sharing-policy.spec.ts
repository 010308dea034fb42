import { BUILT_IN, changedRows, policyFaults, type PolicyContent } from './sharing-policy';

const change = (more: Partial<PolicyContent>): PolicyContent => ({ ...BUILT_IN, ...more });

describe('sharing policy', () => {
  test('the built-in one has no faults, and every row of it has an id and an example', () => {
    expect(policyFaults(BUILT_IN)).toEqual([]);
    for (const row of BUILT_IN.table) {
      expect(row.id).toMatch(/^RK-\d+$/);
      expect(row.example.length).toBeGreaterThan(5);
    }
  });

  test('silence on low risk stays a yes, silence on high risk never becomes one, and a no on high risk takes two', () => {
    const { low, high } = BUILT_IN.classes;
    const classes = {
      ...BUILT_IN.classes,
      low: { ...low, atDeadline: 'escalate' as const },
      high: { ...high, atDeadline: 'approve' as const, peopleForNo: 1 as const },
    };
    expect(policyFaults(change({ classes }))).toHaveLength(3);
  });

  test('a row without a declared fact is refused: it could only be an opinion', () => {
    const row = {
      id: 'RK-99',
      risk: 'high' as const,
      because: 'it is unkind about us',
      example: 'A satire.',
    };
    expect(policyFaults(change({ table: [row] }))).toEqual([
      'RK-99 names no label, likeness, audience or licence.',
    ]);
    expect(policyFaults(change({ table: [...BUILT_IN.table, ...BUILT_IN.table] }))).toContain(
      'Every row has an id of its own.',
    );
  });

  test('what differs between two versions is named by row', () => {
    const [first, ...rest] = BUILT_IN.table;
    const table = [...rest, { ...(first as (typeof rest)[number]), because: 'children are shown' }];
    expect(changedRows(BUILT_IN, change({ table }))).toEqual(['RK-1']);
    expect(changedRows(BUILT_IN, change({ table: rest }))).toEqual(['RK-1']);
    expect(changedRows(BUILT_IN, BUILT_IN)).toEqual([]);
  });
});
