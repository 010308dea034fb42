import { networkOf, Throttle } from './throttle';

const make = () => new Throttle({ limit: 2, window: 1_000 });

describe('a throttle', () => {
  it('lets the limit through and no more within the window', () => {
    const throttle = make();
    expect([0, 1, 2].map((at) => throttle.take('a', at))).toEqual([true, true, false]);
    expect(throttle.take('b', 3)).toBe(true);
  });

  it('opens again when the window has passed, however often one knocked meanwhile', () => {
    const throttle = make();
    for (let at = 0; at < 900; at += 10) throttle.take('a', at);
    expect(throttle.take('a', 1_001)).toBe(true);
  });

  it('does not count what was given back', () => {
    const throttle = make();
    for (let at = 0; at < 10; at += 1) {
      expect(throttle.take('a', at)).toBe(true);
      throttle.giveBack('a');
    }
    expect(throttle.size).toBe(0);
  });

  it('forgets names whose window is over, and never remembers more than 50,000', () => {
    const throttle = make();
    for (let n = 0; n < 60_000; n += 1) throttle.take(`name ${n}`, 0);
    expect(throttle.size).toBe(50_000);
    throttle.take('late', 5_000);
    expect(throttle.size).toBe(1);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
