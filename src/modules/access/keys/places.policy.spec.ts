import { agentFamily, isScanner, isWithin, networkText, prefixOf } from './places.policy';

describe('places', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3::4', '2001:db8:1::/48'],
    ['2001:db8:1:ffff::9', '2001:db8:1::/48'],
    ['nonsense', 'unknown'],
  ])('%s lies in %s', (address, network) => {
    expect(prefixOf(address)).toBe(network);
  });

  it.each([
    ['203.0.113.7', ['203.0.113.0/24'], true],
    ['203.0.114.7', ['203.0.113.0/24'], false],
    ['::ffff:203.0.113.7', ['203.0.113.7'], true],
    ['2001:db8::1', ['203.0.113.0/24', '2001:db8::/32'], true],
    ['203.0.113.7', ['2001:db8::/32'], false],
    ['203.0.113.7', [], true],
    ['unknown', ['203.0.113.0/24'], false],
  ])('%s within %j: %s', (address, networks, expected) => {
    expect(isWithin(address, networks)).toBe(expected);
  });

  it('reads networks as people write them, and nothing else', () => {
    expect(networkText('203.0.113.0/24')).toBe('203.0.113.0/24');
    expect(networkText('2001:DB8::/32')).toBe('2001:db8::/32');
    expect(networkText('203.0.113.0/33')).toBeNull();
    expect(networkText('studio')).toBeNull();
  });

  it('knows programs without their versions', () => {
    expect(agentFamily('python-requests/2.31.0')).toBe('python-requests');
    expect(agentFamily('curl/8.1')).toBe('curl');
    expect(agentFamily('Mozilla/5.0 (X11) AppleWebKit/537 Chrome/120.0 Safari/537')).toBe('Chrome');
    expect(agentFamily(undefined)).toBe('none');
    expect(isScanner('TruffleHog')).toBe(true);
    expect(isScanner('curl/8.1')).toBe(false);
  });
});
