import { catchUp, planOf, retryAfterSeconds, verbOf } from './sending';

describe('the rules of attempts', () => {
  it('leave an attempt alone while its sender may be waiting, and number without gaps', () => {
    expect(planOf('sending', { number: 1, hasEnded: false, isLeased: true })).toEqual({ do: 'nothing' });
    expect(planOf('sending', { number: 1, hasEnded: false, isLeased: false })).toEqual({
      do: 'resume',
      number: 1,
    });
    expect(planOf('approved', { number: 1, hasEnded: true, isLeased: false })).toEqual({
      do: 'open',
      number: 2,
    });
    expect(planOf('sending', { number: 1, hasEnded: true, isLeased: true })).toEqual({ do: 'nothing' });
    expect(planOf('draft', null)).toEqual({ do: 'open', number: 1 });
    expect(planOf('on_hold', null)).toEqual({ do: 'nothing' });
  });

  it('try again later and later, a quarter of an hour apart at most', () => {
    expect([1, 2, 3, 9, 50].map(retryAfterSeconds)).toEqual([5, 10, 20, 900, 900]);
  });

  it('let only what is certain move a payout', () => {
    expect(verbOf({ outcome: 'unknown', reason: 'x' })).toBeNull();
    expect(verbOf({ outcome: 'superseded' })).toBeNull();
    expect(verbOf({ outcome: 'rejected', code: 'a', reason: 'x' })).toBe('fail');
    expect(verbOf({ outcome: 'rejected', code: 'a', reason: 'x', isForAll: true })).toBe('wait');
    expect(verbOf({ outcome: 'misused', reason: 'x' })).toBe('hold');
  });
});

describe('news from the rail', () => {
  it('moves forward only', () => {
    expect(catchUp('in_transit', { state: 'paid' })).toEqual(['settle']);
    expect(catchUp('in_transit', { state: 'failed' })).toEqual(['fail']);
    expect(catchUp('on_hold', { state: 'paid' })).toEqual(['accept', 'settle']);
    expect(catchUp('paid', { state: 'returned' })).toEqual(['return']);
    expect(catchUp('paid', { state: 'in_transit' })).toEqual([]);
    expect(catchUp('returned', { state: 'paid' })).toEqual([]);
    expect(catchUp('sending', { state: 'paid' })).toEqual([]);
    expect(catchUp('paid', { state: 'bounced' })).toEqual([]);
  });
});
