import { SealedBox } from './sealed-box';
import type { Settings } from './settings';

const settings = (secret: string) => ({ secret }) as Settings;
const box = new SealedBox(settings('a'.repeat(40)), 'bank accounts');

describe('a sealed box', () => {
  test.each(['', 'DE89370400440532013000', '片山 Łukasz'])(
    'gives back %j, each time sealed differently',
    (text) => {
      const sealed = box.seal('per_a', text);
      expect(box.open('per_a', sealed)).toBe(text);
      expect(sealed.equals(box.seal('per_a', text))).toBe(false);
      expect(text === '' || sealed.includes(Buffer.from(text))).toBe(text === '');
    },
  );

  test('opens for its owner, its purpose and its installation only, and not when a bit of it was altered', () => {
    const sealed = box.seal('per_a', 'secret');
    expect(() => box.open('per_b', sealed)).toThrow(/authenticat/);
    expect(() => new SealedBox(settings('a'.repeat(40)), 'code apps').open('per_a', sealed)).toThrow(
      /authenticat/,
    );
    expect(() => new SealedBox(settings('b'.repeat(40)), 'bank accounts').open('per_a', sealed)).toThrow(
      /authenticat/,
    );
    for (const at of [0, 12, sealed.length - 1]) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      expect(() => box.open('per_a', altered)).toThrow(/authenticat/);
    }
    expect(() => box.open('per_a', sealed.subarray(0, 20))).toThrow(/authenticat/);
  });
});
