import { isForeignWrite } from './origin';

const ask = {
  method: 'POST',
  fetchSite: undefined,
  origin: undefined,
  host: 'atelier.example',
  publicUrl: undefined,
};

describe('a write sent by a page of another site', () => {
  it.each([
    ['of another site', { fetchSite: 'cross-site' }, true],
    ['of another subdomain', { fetchSite: 'same-site' }, true],
    ['of our own', { fetchSite: 'same-origin' }, false],
    ['that a person typed', { fetchSite: 'none' }, false],
    ['whose browser names only a foreign origin', { origin: 'http://evil.example' }, true],
    ['whose browser names only our origin', { origin: 'http://atelier.example' }, false],
    ['from a sandboxed frame', { origin: 'null' }, true],
    [
      'to a rewritten host, from the public address',
      { origin: 'https://a.example', host: '10.0.0.1:3000', publicUrl: 'https://a.example' },
      false,
    ],
    [
      'whose lie about the origin the browser contradicts',
      { origin: 'http://atelier.example', fetchSite: 'cross-site' },
      true,
    ],
    ['on another port of this machine', { origin: 'http://localhost:8080', host: 'localhost:3000' }, true],
    ['by a program that says nothing', {}, false],
  ])('a page %s', (_, more, isForeign) => {
    expect(isForeignWrite({ ...ask, ...more })).toBe(isForeign);
  });

  it('is never a read', () => {
    expect(isForeignWrite({ ...ask, method: 'GET', fetchSite: 'cross-site' })).toBe(false);
    expect(isForeignWrite({ ...ask, method: 'DELETE', fetchSite: 'cross-site' })).toBe(true);
  });
});
