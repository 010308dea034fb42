import { encoderSeconds, failureFromError, failureOf, type Ending } from './outcome';

const GOOD: Ending = { code: 0, signal: null, log: '', stalled: false, frames: 48, expectedFrames: 48 };

describe('the end of an encoder', () => {
  it('is no failure when every frame was written', () => {
    expect(failureOf(GOOD)).toBeNull();
  });

  it('may be tried again when the process was killed', () => {
    expect(failureOf({ ...GOOD, code: null, signal: 'SIGKILL' })).toMatchObject({
      code: 'TRANSIENT',
      message: expect.stringContaining('SIGKILL'),
    });
  });

  it('names a full disk, whichever side noticed', () => {
    const log = '[error] av_interleaved_write_frame(): No space left on device';
    expect(failureOf({ ...GOOD, code: 1, log })).toMatchObject({
      code: 'TRANSIENT',
      message: expect.stringContaining('full'),
    });
    const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(failureFromError(error)).toMatchObject({
      code: 'TRANSIENT',
      message: expect.stringContaining('full'),
    });
  });

  it('quotes the last error of the encoder without its address', () => {
    const log = '[libx264 @ 0x55d] [info] profile High\n[AVFilter @ 0x1] [error] Cannot find a font';
    expect(failureOf({ ...GOOD, code: 1, log })?.message).toBe(
      'The encoder gave up (code 1): Cannot find a font',
    );
  });

  it('is a time-out when it hung and a bad output when frames are missing', () => {
    expect(failureOf({ ...GOOD, signal: 'SIGKILL', stalled: true })?.code).toBe('TIMEOUT');
    expect(failureOf({ ...GOOD, frames: 47 })?.code).toBe('BAD_OUTPUT');
  });

  it('reads processor seconds from the last line of the log', () => {
    expect(encoderSeconds('[info] bench: utime=1.805s stime=0.605s rtime=1.583s')).toBeCloseTo(2.41);
    expect(encoderSeconds('nothing')).toBeNull();
  });
});
