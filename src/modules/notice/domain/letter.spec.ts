import { letter, oneLine } from './letter';
import { afterFailure } from './retry';

describe('a letter', () => {
  it('greets, says it, and gives the whole address to go on', () => {
    const { subject, text } = letter(
      'Ada',
      { title: 'You are in', text: 'The Studio is open.', link: '/studio' },
      'https://a.example',
    );
    expect(subject).toBe('You are in');
    expect(text.split('\n').slice(0, 5)).toEqual([
      'Hello Ada,',
      '',
      'The Studio is open.',
      '',
      'https://a.example/studio',
    ]);
  });

  it('carries a token only as a slot, and behind the sign that browsers send to nobody', () => {
    const { text } = letter(
      'Ada',
      { title: 'Set a new password', text: 'The link works once.', link: '/reset', proofId: 'prf_x' },
      'https://a.example',
    );
    expect(text).toContain('\nhttps://a.example/reset#{{token:prf_x}}\n');
  });

  it('cannot get a second header through a title', () => {
    expect(oneLine('“x\r\nBcc: everybody@example.org” is approved')).toBe(
      '“x Bcc: everybody@example.org” is approved',
    );
    expect(letter('Ada\nEve', { title: 'a\u2028b', text: '', link: '/' }, '').subject).toBe('a b');
  });
});

describe('after a mail could not be handed over', () => {
  it.each([
    [1, null, { kind: 'wait', milliseconds: 10_000 }],
    [3, 451, { kind: 'wait', milliseconds: 40_000 }],
    [30, null, { kind: 'wait', milliseconds: 3_600_000 }],
    [1, 550, { kind: 'give_up' }],
    [56, null, { kind: 'give_up' }],
  ] as const)('attempt %i with code %s is followed by %j', (attempts, code, next) => {
    expect(afterFailure(attempts, code)).toEqual(next);
  });
});
