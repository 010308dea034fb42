import { isSigned, publicKeyOf, readNote, signedNote, signingKey } from './checkpoint';

const key = signingKey(Buffer.alloc(32, 7));
const other = signingKey(Buffer.alloc(32, 8));
const checkpoint = { seal: 12n, hash: Buffer.alloc(32, 1), entries: 5_400n, lastEntry: 5_433n };

describe('a checkpoint', () => {
  const note = signedNote(checkpoint, key);

  it('says what was signed, to everybody who has the public key', () => {
    expect(readNote(note)).toEqual(checkpoint);
    expect(isSigned(note, publicKeyOf(key))).toBe(true);
  });

  it('is worth nothing under another key or with another word', () => {
    expect(isSigned(note, publicKeyOf(other))).toBe(false);
    expect(isSigned(note.replace('entries 5400', 'entries 5401'), publicKeyOf(key))).toBe(false);
    expect(isSigned(note.replace('\n12\n', '\n13\n'), publicKeyOf(key))).toBe(false);
    expect(isSigned(note, 'bm90IGEga2V5')).toBe(false);
  });

  it.each([
    '',
    'atelier.audit',
    signedNote(checkpoint, key).replace('\n\n', '\n'),
    `${signedNote(checkpoint, key)}x`,
  ])('is not read from other text', (text) => {
    expect(readNote(text)).toBeNull();
    expect(isSigned(text, publicKeyOf(key))).toBe(false);
  });
});
