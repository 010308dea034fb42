import { pictureFacts, PICTURE_BYTES } from './picture';

const png = (width: number, height: number): Buffer => {
  const file = Buffer.alloc(40);
  file.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  file.write('IHDR', 12, 'latin1');
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
};
const webp = (kind: string, write: (file: Buffer) => void): Buffer => {
  const file = Buffer.alloc(40);
  file.write('RIFF', 0, 'latin1');
  file.write('WEBP', 8, 'latin1');
  file.write(kind, 12, 'latin1');
  write(file);
  return file;
};

describe('a picture', () => {
  test('is known by its first bytes', () => {
    expect(pictureFacts(png(640, 360))).toEqual({ contentType: 'image/png', width: 640, height: 360 });
    const jpeg = Buffer.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 1, 104, 2, 128, 3, 0, 0,
    ]);
    expect(pictureFacts(jpeg)).toEqual({ contentType: 'image/jpeg', width: 640, height: 360 });
    const lossy = webp('VP8 ', (file) => {
      file.writeUInt16LE(640, 26);
      file.writeUInt16LE(360, 28);
    });
    expect(pictureFacts(lossy)).toMatchObject({ contentType: 'image/webp', width: 640, height: 360 });
    expect(
      pictureFacts(webp('VP8X', (file) => file.writeUIntLE(639, 24, 3) && file.writeUIntLE(359, 27, 3))),
    ).toMatchObject({
      width: 640,
      height: 360,
    });
  });

  test('of too few or too many pixels or bytes is none, and neither is anything else', () => {
    expect(pictureFacts(png(63, 640))).toBeNull();
    expect(pictureFacts(png(65_535, 65_535))).toBeNull();
    expect(pictureFacts(Buffer.concat([png(640, 360), Buffer.alloc(PICTURE_BYTES)]))).toBeNull();
    for (const text of ['', '<svg/>', 'GIF89a', '#EXTM3U'])
      expect(pictureFacts(Buffer.from(text))).toBeNull();
    expect(pictureFacts(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]))).toBeNull();
  });
});
