import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import {
  BASE62,
  BODY_LENGTH,
  formatKey,
  keysInBody,
  keysInText,
  KEY_KINDS,
  KEY_PATTERN,
  kindOfKey,
  newKeyText,
  plainKey,
  signingSecretOf,
} from './key-format';

const digit = fc.constantFrom(...BASE62);
const body = fc
  .array(digit, { minLength: BODY_LENGTH, maxLength: BODY_LENGTH })
  .map((digits) => digits.join(''));
const kind = fc.constantFrom(...KEY_KINDS);

describe('the format of keys', () => {
  it('is 45 characters that scanners recognise', () => {
    const key = formatKey('live', 'a'.repeat(BODY_LENGTH));
    expect(key).toHaveLength(45);
    expect(key).toMatch(/\batl_(live|test|wrk|whs)_[0-9A-Za-z]{36}\b/);
    expect(key).toBe('atl_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa37rUiH');
  });

  it('knows every key it made, with its kind', () => {
    fc.assert(fc.property(kind, body, (of, text) => expect(kindOfKey(formatKey(of, text))).toBe(of)));
  });

  it('notices one wrong character, wherever it is', () => {
    fc.assert(
      fc.property(kind, body, fc.nat(44), digit, (of, text, place, wrong) => {
        const key = formatKey(of, text);
        fc.pre(key[place] !== wrong);
        expect(kindOfKey(key.slice(0, place) + wrong + key.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('does not let a test key pass for a live one', () => {
    fc.assert(
      fc.property(body, (text) =>
        expect(kindOfKey(formatKey('test', text).replace('_test_', '_live_'))).toBeNull(),
      ),
    );
  });

  it('accepts none of 200,000 random look-alikes', () => {
    let accepted = 0;
    for (let turn = 0; turn < 200_000; turn += 1) {
      let text = 'atl_live_';
      for (const byte of randomBytes(36)) text += BASE62.charAt(byte % 62);
      if (kindOfKey(text) !== null) accepted += 1;
    }
    expect(accepted).toBe(0);
  });

  it('refuses to make a key of a malformed body', () => {
    expect(() => formatKey('live', 'short')).toThrow(RangeError);
    expect(() => formatKey('live', '-'.repeat(BODY_LENGTH))).toThrow(RangeError);
  });

  it('finds a key in an address, percent-encoded too', () => {
    const key = formatKey('live', 'Z'.repeat(BODY_LENGTH));
    expect(keysInText(`/a?token=${key}&x=1`)).toEqual([key]);
    expect(keysInText(`/a?token=${key.replaceAll('_', '%5F')}`)).toEqual([key]);
    expect(keysInText('/a?search=atl_live_is+a+prefix&x=%')).toEqual([]);
    expect(keysInText(`/a?token=${key.slice(0, -1)}!`)).toEqual([]);
  });

  it('finds a key anywhere in a body, and no look-alike', () => {
    const key = formatKey('live', 'Y'.repeat(BODY_LENGTH));
    expect(keysInBody({ prompt: 'a cat', more: [{ note: `use ${key}, please` }] })).toEqual([key]);
    expect(keysInBody({ prompt: `atl_live_${'a'.repeat(36)}`, deep: null, n: 3 })).toEqual([]);
  });

  it('does not look into a file that is sent as the body: a stream refers to itself without end', () => {
    expect(keysInBody(Readable.from([Buffer.from('a clip')]))).toEqual([]);
    expect(keysInBody({ file: Buffer.from(formatKey('live', 'Z'.repeat(BODY_LENGTH))) })).toEqual([]);
  });

  it('is found by the published pattern', () => {
    const key = formatKey('whs', 'X'.repeat(BODY_LENGTH));
    expect(new RegExp(KEY_PATTERN).exec(`secret=${key};`)?.[0]).toBe(key);
  });

  it('is, of a webhook, what Standard Webhooks wants, and the pattern and a report know it', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const key = newKeyText('whs');
      const secret = signingSecretOf(key);
      expect(new RegExp(KEY_PATTERN).exec(`SECRET="${secret}"`)?.[0]).toBe(secret);
      expect(plainKey(secret)).toBe(key);
      expect(kindOfKey(plainKey(secret))).toBe('whs');
    }
    expect(plainKey('whsec_c29tZWJvZHkgZWxzZXM=')).toBe('whsec_c29tZWJvZHkgZWxzZXM=');
  });
});
