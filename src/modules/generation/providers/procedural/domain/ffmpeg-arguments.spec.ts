import { captionOf } from '../../../domain/caption';
import { inOneFont } from '../../../domain/encoding';
import { bitRateLimit } from '../../../domain/encoding';
import { encodeArguments } from './ffmpeg-arguments';
import { planOf, type PlanRequest } from './plan';

const REQUEST: PlanRequest = {
  prompt: 'sea',
  negativePrompt: null,
  style: 'none',
  seconds: 10,
  width: 1920,
  height: 1080,
  fps: 24,
  seed: 1,
  draft: false,
};

function argumentsFor(part: Partial<PlanRequest> = {}, text: string | null = null): string[] {
  const plan = planOf({ ...REQUEST, ...part });
  const mark = text === null ? null : { text, place: 'top_left' as const };
  const caption = captionOf(mark, 'procedural', plan.width, plan.height);
  return encodeArguments(plan, { ...caption, lines: caption.lines.map(inOneFont) });
}

function valueAfter(args: readonly string[], option: string): string | undefined {
  return args[args.indexOf(option) + 1];
}

describe('arguments of the encoder', () => {
  it('say the size, rate and colours of the raw frames', () => {
    const args = argumentsFor();
    expect(valueAfter(args, '-video_size')).toBe('1920x1080');
    expect(valueAfter(args, '-framerate')).toBe('24');
    expect(args.filter((arg) => arg === 'bt709')).toHaveLength(6);
  });

  it('cap the bit rate by the size of the picture', () => {
    expect(valueAfter(argumentsFor(), '-maxrate')).toBe('14000k');
    expect(bitRateLimit({ width: 1280, height: 720 })).toBeLessThan(8000);
  });

  it('carry no metadata but the word procedural', () => {
    const args = argumentsFor();
    expect(valueAfter(args, '-map_metadata')).toBe('-1');
    expect(args.filter((arg) => arg === '-metadata')).toHaveLength(1);
    expect(valueAfter(args, '-metadata')).toBe('comment=procedural');
  });

  it('pick nine different frames for the contact sheet of any length', () => {
    for (const seconds of [1, 1.5, 7, 60]) {
      const graph = valueAfter(argumentsFor({ seconds }), '-filter_complex')!;
      const frames = Number(/mod\(n\*9\\,(\d+)\)/.exec(graph)![1]);
      const picked = Array.from({ length: frames }, (_, n) => n).filter((n) => (n * 9) % frames < 9);
      expect(picked).toHaveLength(9);
    }
  });

  it('save bytes, not the preset, in a draft', () => {
    expect(Number(valueAfter(argumentsFor({ draft: true }), '-crf'))).toBeGreaterThan(
      Number(valueAfter(argumentsFor(), '-crf')),
    );
    expect(valueAfter(argumentsFor({ draft: true }), '-preset')).toBe('veryfast');
  });

  it('never contain the words of the mark, which come from a file', () => {
    const text = "x':text=%{localtime},[v]";
    const args = argumentsFor({}, text);
    expect(args.join(' ')).not.toContain('localtime');
    expect(valueAfter(args, '-filter_complex')).toContain('textfile=mark.txt:expansion=none');
  });
});
