import fc from 'fast-check';
import { findFault, GENESIS, sealOf, type EntryText } from './chain';

const entry = (id: number, part: Partial<EntryText> = {}): EntryText => ({
  id: String(id),
  xid: '700',
  at: '2026-01-01T00:00:00.000000',
  actor: 'prs_1',
  via: 'session',
  key_id: null,
  act: 'approval.approve',
  subject: 'sub_1',
  details: '{}',
  ...part,
});

const entries = [1, 2, 3].map((id) => entry(id));
const seal = sealOf(GENESIS, entries);

describe('a seal', () => {
  it('finds nothing wrong with what it sealed', () => {
    expect(findFault(GENESIS, seal, entries)).toBeNull();
  });

  it('names the first altered, deleted or inserted entry', () => {
    expect(
      findFault(GENESIS, seal, [entry(1), entry(2, { details: '{"a": 1}' }), entry(3, { actor: 'x' })]),
    ).toEqual({
      entry: '2',
      what: 'altered',
    });
    expect(findFault(GENESIS, seal, [entry(1), entry(3)])).toEqual({ entry: '2', what: 'deleted' });
    expect(findFault(GENESIS, seal, [...entries, entry(4)])).toEqual({ entry: '4', what: 'inserted' });
  });

  it('is itself judged by the seal before it', () => {
    const forged = sealOf(GENESIS, [entry(1), entry(2, { actor: 'prs_2' }), entry(3)]);
    expect(findFault(GENESIS, { ...forged, hash: seal.hash }, entries)).toEqual({
      entry: '1',
      what: 'seal_altered',
    });
    expect(findFault(seal.hash, seal, entries)).toEqual({ entry: '1', what: 'seal_altered' });
  });

  it('notices any change of any member', () => {
    const members = ['xid', 'at', 'actor', 'via', 'key_id', 'act', 'subject', 'details'] as const;
    const check = fc.property(
      fc.nat(2),
      fc.constantFrom(...members),
      fc.string(),
      (position, member, text) => {
        const before = entries[position] as EntryText;
        fc.pre(before[member] !== text);
        const changed = entries.map((one, index) => (index === position ? { ...one, [member]: text } : one));
        expect(findFault(GENESIS, seal, changed)).toEqual({ entry: before.id, what: 'altered' });
      },
    );
    fc.assert(check, { numRuns: 1_000 });
  });
});
