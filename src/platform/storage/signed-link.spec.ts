import { readLink, signLink } from './signed-link';

const secret = Buffer.alloc(32, 7);
const grant = {
  may: 'get',
  key: 'generations/gen_1/a1/video.mp4',
  until: 1_000,
  fileName: 'clip.mp4',
  isDownload: true,
} as const;
const wanted = { may: 'get', key: grant.key, now: 999 } as const;

describe('a signed address', () => {
  test('says what it allows until its time is over', () => {
    const token = signLink(secret, grant);
    expect(readLink(secret, token, wanted)).toEqual(grant);
    expect(readLink(secret, token, { ...wanted, now: 1_000 })).toBeNull();
  });

  test('is good for its own file and its own purpose only', () => {
    const token = signLink(secret, grant);
    expect(readLink(secret, token, { ...wanted, key: 'generations/gen_2/a1/video.mp4' })).toBeNull();
    expect(readLink(secret, token, { ...wanted, may: 'put' })).toBeNull();
  });

  test('cannot be made or changed without the secret', () => {
    const token = signLink(secret, grant);
    const [, signed] = token.split('.');
    const longer = Buffer.from(JSON.stringify({ ...grant, until: 9_999 })).toString('base64url');
    expect(readLink(secret, `${longer}.${signed}`, wanted)).toBeNull();
    expect(readLink(Buffer.alloc(32, 8), token, wanted)).toBeNull();
    for (const broken of ['', '.', 'x', `${token}.x`, token.slice(0, -1)])
      expect(readLink(secret, broken, wanted)).toBeNull();
  });
});
