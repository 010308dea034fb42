import { disposition } from './disposition';

describe('the name under which a file is saved', () => {
  test.each([
    ['reel.mp4', 'attachment; filename="reel.mp4"'],
    ['my reel.png', 'attachment; filename="my reel.png"'],
    ['Träume.png', `attachment; filename="Tr_ume.png"; filename*=UTF-8''Tr%C3%A4ume.png`],
    ['夢.png', `attachment; filename="_.png"; filename*=UTF-8''%E5%A4%A2.png`],
    ["it's (1)*.png", `attachment; filename="it's (1)*.png"`],
    ['50 %.png', `attachment; filename="50 _.png"; filename*=UTF-8''50%20%25.png`],
  ])('%s', (name, header) => {
    expect(disposition('attachment', name)).toBe(header);
  });

  test.each(['a"; filename="evil.exe', 'a\r\nset-cookie: sid=1', 'a\\".html', 'a\u0000b', '\ud800.png'])(
    '%j stays within its quotes and is ASCII',
    (name) => {
      expect(disposition('inline', name)).toMatch(
        /^inline; filename="[^"\\%]*"; filename\*=UTF-8''[A-Za-z0-9%._~!$&+^`|-]*$/,
      );
    },
  );
});
