import { findFfmpeg, missingNames, parseVersion } from './ffmpeg';

describe('finding ffmpeg', () => {
  it('reads versions of releases and of builds between releases', () => {
    expect(parseVersion('ffmpeg version 5.1.9-0+deb12u1 Copyright (c)')).toEqual({
      version: '5.1.9-0+deb12u1',
      major: 5,
    });
    expect(parseVersion('ffmpeg version n7.1 Copyright')).toEqual({ version: 'n7.1', major: 7 });
    expect(parseVersion('ffmpeg version N-47683-g0e8eb07980-static https://x')).toMatchObject({
      major: null,
    });
  });

  it('finds names in a listing, not parts of names', () => {
    const listing = ' V....D libx264rgb  H.264\n V....D libx264   H.264\n ... drawtext V->V Draw text';
    expect(missingNames(listing, ['libx264', 'drawtext', 'overlay'])).toEqual(['overlay']);
    expect(missingNames(' V....D libx264rgb  H.264', ['libx264'])).toEqual(['libx264']);
  });

  it('does not look elsewhere when the configured path is wrong, and names the remedy', async () => {
    const finding = await findFfmpeg({ configured: '/nowhere/ffmpeg', searchPath: process.env.PATH ?? '' });
    expect(finding).toMatchObject({
      found: false,
      reason: expect.stringMatching(/\/nowhere\/ffmpeg.*FFMPEG_PATH/),
    });
  });

  it('does not take a program that is no ffmpeg', async () => {
    const finding = await findFfmpeg({ configured: process.execPath, searchPath: '' });
    expect(finding.found).toBe(false);
  });
});
