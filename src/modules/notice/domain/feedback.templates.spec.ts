import { feedbackCredited, weekSummed, type WeekSummed } from '../../feedback/contract';
import { templatesFor } from './templates';

const week: WeekSummed = {
  personId: 'per_a',
  week: '2026-11-16',
  accepted: 2,
  answered: 1,
  shipped: ['2.1'],
  waiting: 3,
  asked: 1,
  openTasks: 0,
};

describe('what people are told of their feedback', () => {
  test('is a letter a week with what happened, what waits, and how to stop it', () => {
    expect(templatesFor(weekSummed.name, week)).toMatchObject([
      {
        kind: 'feedback.week',
        isMailed: true,
        words: {
          title: 'Your feedback last week',
          text:
            'Last week 2 items were accepted for pay; one item got its answer; something you reported shipped in 2.1. ' +
            'One question waits for you. 3 items wait for the programme. You can switch this letter off on the feedback page.',
          link: '/studio/feedback',
        },
      },
    ]);
  });

  test('is whole without anything to count', () => {
    const quiet = { ...week, accepted: 0, answered: 0, shipped: [], waiting: 0, asked: 0 };
    expect(templatesFor(weekSummed.name, quiet)[0]?.words.text).toBe(
      'Your feedback moved on. You can switch this letter off on the feedback page.',
    );
  });

  test('credits whoever said the same', () => {
    const credited = {
      feedbackId: 'fbk_b',
      originalId: 'fbk_a',
      personId: 'per_b',
      programId: 'prg_a',
      version: '2.1',
    };
    expect(templatesFor(feedbackCredited.name, credited)).toMatchObject([
      { kind: 'feedback.credited', isMailed: true, words: { link: '/studio/feedback/fbk_b' } },
    ]);
  });
});
