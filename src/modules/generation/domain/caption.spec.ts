import { captionOf, isLatin, LABELS, tidy } from './caption';

describe('the caption', () => {
  it('says what the picture is even without a mark', () => {
    expect(captionOf(null, 'procedural', 1280, 720).lines.map(({ text }) => text)).toEqual([
      LABELS.procedural,
    ]);
  });

  it('says of a model only under a mark what the picture is', () => {
    expect(captionOf(null, 'model', 1280, 720).lines).toEqual([]);
    const marked = captionOf({ text: 'Early access', place: 'top_left' }, 'model', 1280, 720);
    expect(marked.lines.map(({ text }) => text)).toEqual(['Early access', LABELS.model]);
  });

  it('stands in the corner that was asked for, in two lines that do not overlap', () => {
    for (const place of ['bottom_right', 'bottom_left', 'top_right', 'top_left'] as const) {
      const caption = captionOf({ text: 'Atelier', place }, 'procedural', 1280, 720);
      const [mark, label] = caption.lines;
      expect(caption.place).toBe(place);
      expect(Math.abs(mark!.offset - label!.offset)).toBeGreaterThan(Math.min(mark!.size, label!.size));
    }
  });

  it('becomes small enough for a narrow frame', () => {
    const { lines, margin } = captionOf({ text: 'A'.repeat(200), place: 'top_left' }, 'model', 360, 640);
    for (const { text, size } of lines) expect(text.length * size * 0.5).toBeLessThan(360 - 2 * margin + 60);
  });

  it('is one tidy line in which nothing hides', () => {
    expect(tidy('Zoë  Müller\n')).toBe('Zoë Müller');
    expect(tidy('a\u202egnp.exe \u0007')).toBe('a gnp.exe');
    expect([...tidy('東'.repeat(200))]).toHaveLength(80);
    expect(['Zoë Müller', 'Dvořák', '東京'].map(isLatin)).toEqual([true, false, false]);
  });

  it('leaves a letter of Japanese the whole of its width', () => {
    const narrow = (text: string) =>
      captionOf({ text, place: 'top_left' }, 'model', 360, 640).lines[0]?.size ?? 0;
    expect(narrow('東'.repeat(30)) * 30).toBeLessThanOrEqual(360);
    expect(narrow('東'.repeat(30))).toBeLessThan(narrow('a'.repeat(30)));
  });
});
