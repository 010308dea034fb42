import type { Clause } from '../contract';
import { materialReasons } from './materiality';

const clause = (text: string, more: Partial<Clause> = {}): Clause => ({
  id: 'RU-1',
  document: 'responsible_use',
  title: 'A rule',
  text,
  summary: 'In short.',
  examples: ['So.'],
  ...more,
});

const reworded = (before: string, after: string): boolean =>
  materialReasons([clause(before)], [clause(after)]).length > 0;

describe('a change of the terms is material', () => {
  test.each([
    ['You may share drafts.', 'You may not share drafts.'],
    ['You must ask first.', 'You may ask first.'],
    ['Pay comes within 10 days.', 'Pay comes within 30 days.'],
    ['Show clips and stills.', 'Show clips or stills.'],
    ['The lab asks the artist before it shows a clip.', 'The artist asks the lab before it shows a clip.'],
    ['Label clips.', 'Label clips with date, place, model, and everybody who worked on them.'],
    ['Ask us.', 'Ask us without delay.'],
  ])('"%s" → "%s"', (before, after) => {
    expect(reworded(before, after)).toBe(true);
  });

  test.each([
    ['Label every clip as mad with AI.', 'Label every clip as made with AI.'],
    ['Label every clip ; keep it.', 'Label every clip; keep it.'],
    [
      'Do not depict real people without their permission.',
      'Do not depict real people without their consent.',
    ],
  ])('not when it mends the spelling: "%s" → "%s"', (before, after) => {
    expect(reworded(before, after)).toBe(false);
  });

  test('when a clause comes, goes, moves or binds for another time; titles and examples may change', () => {
    const was = clause('Label clips.');
    expect(materialReasons([was], [])).toEqual([{ clauseId: 'RU-1', why: 'removed' }]);
    expect(materialReasons([], [was])).toEqual([{ clauseId: 'RU-1', why: 'added' }]);
    expect(materialReasons([was], [{ ...was, document: 'sharing' }])).toEqual([
      { clauseId: 'RU-1', why: 'moved' },
    ]);
    const ended = { ...was, endsAt: '2027-01-01T00:00:00.000Z' };
    expect(materialReasons([was], [ended])).toEqual([{ clauseId: 'RU-1', why: 'end_changed' }]);
    expect(materialReasons([ended], [{ ...ended, endsOn: 'public_release' }])).toHaveLength(1);
    expect(
      materialReasons([was], [{ ...was, title: 'Clearer', summary: 'Clearer.', examples: ['Like this.'] }]),
    ).toEqual([]);
  });
});
