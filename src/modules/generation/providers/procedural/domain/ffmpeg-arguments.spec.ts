import { captionOf, drawable, LABEL } from './caption';
import { bitRateLimit, encodeArguments } from './ffmpeg-arguments';
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
  return encodeArguments(plan, captionOf(mark, plan.width, plan.height));
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

describe('the caption', () => {
  it('says what the picture is even without a mark', () => {
    expect(captionOf(null, 1280, 720).lines.map(({ text }) => text)).toEqual([LABEL]);
  });

  it('stands in the corner that was asked for, in two lines that do not overlap', () => {
    for (const place of ['bottom_right', 'bottom_left', 'top_right', 'top_left'] as const) {
      const caption = captionOf({ text: 'Atelier', place }, 1280, 720);
      const [mark, label] = caption.lines;
      expect(caption.place).toBe(place);
      expect(Math.abs(mark!.offset - label!.offset)).toBeGreaterThan(Math.min(mark!.size, label!.size));
    }
  });

  it('becomes small enough for a narrow frame', () => {
    const { lines, margin } = captionOf({ text: 'A'.repeat(200), place: 'top_left' }, 360, 640);
    for (const { text, size } of lines) expect(text.length * size * 0.5).toBeLessThan(360 - 2 * margin + 60);
  });

  it('keeps letters the font can draw and drops the rest', () => {
    expect(drawable('Zoë  Müller\n')).toBe('Zoë Müller');
    expect(drawable('Dvořák · 東京')).toBe('Dvorák ·');
  });
});
