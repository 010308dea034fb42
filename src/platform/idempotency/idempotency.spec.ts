import { onceOf } from './idempotency';

const request = (body: unknown) => ({ method: 'POST', path: '/api/v1/x', body });

describe('the fingerprint of a request', () => {
  test('does not depend on the order of members, or on members without a value', () => {
    const a = onceOf('per_1', 'k', request({ a: 1, b: { c: [1, 2], d: undefined } }));
    const b = onceOf('per_1', 'k', request({ b: { c: [1, 2] }, a: 1 }));
    expect(a.fingerprint).toBe(b.fingerprint);
  });

  test('depends on every value, on the order of lists, on path and method', () => {
    const prints = [
      onceOf('p', 'k', request({ a: [1, 2] })),
      onceOf('p', 'k', request({ a: [2, 1] })),
      onceOf('p', 'k', request({ a: [1, '2'] })),
      onceOf('p', 'k', { ...request({ a: [1, 2] }), path: '/api/v1/y' }),
      onceOf('p', 'k', { ...request({ a: [1, 2] }), method: 'PUT' }),
    ].map((once) => once.fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test.each(['', 'with space', 'ä', 'x'.repeat(256)])('a malformed key is refused: %p', (key) => {
    expect(() => onceOf('p', key, request({}))).toThrow('1 to 255 printable');
  });
});
