import { Carriers } from './carriers';

const at = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

describe('carriers of networks', () => {
  const carriers = new Carriers();
  for (const line of [
    '16777216,16777471,13335,"Cloudflare, Inc."',
    '16778240,16779263,38803,Gtelecom Pty Ltd',
    '3405803776,3405804031,64500,Ours',
  ])
    carriers.add(line, 4);
  carriers.add('42540488161975842760550356425300246528,42540488241204005274814694018844196863,6939,HE', 6);

  test('are found at both ends of a range and nowhere else', () => {
    expect(carriers.of(at('1.0.0.0'), 4)).toBe(13335);
    expect(carriers.of(at('1.0.0.255'), 4)).toBe(13335);
    expect(carriers.of(at('1.0.1.0'), 4)).toBeNull();
    expect(carriers.of(at('1.0.7.255'), 4)).toBe(38803);
    expect(carriers.of(at('203.0.113.7'), 4)).toBe(64500);
    expect(carriers.of(at('0.0.0.1'), 4)).toBeNull();
    expect(carriers.of(at('255.0.0.1'), 4)).toBeNull();
  });

  test('of IPv6 are told by the first 48 bits', () => {
    expect(carriers.of(0x2001_0000_0000, 6)).toBe(6939);
    expect(carriers.of(0x2002_0000_0000, 6)).toBeNull();
  });

  test('a line that is none is left out', () => {
    expect(carriers.add('range_start,range_end,number', 4)).toBe(false);
    expect(carriers.add('', 6)).toBe(false);
    expect(carriers.size).toBe(4);
  });

  test('hold as many ranges as there are', () => {
    const many = new Carriers();
    for (let n = 0; n < 5_000; n += 1) many.add(`${n * 256},${n * 256 + 255},${n + 1},x`, 4);
    expect(many.of(4_321 * 256 + 17, 4)).toBe(4_322);
    expect(many.size).toBe(5_000);
  });
});
