import {
  feedbackCredited,
  voidDropped,
  weekSummed,
  type VoidDropped,
  type WeekSummed,
} from '../../feedback/contract';
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

  test('that pay stays: to the artist by mail, to whoever proposed otherwise in the portal', () => {
    const dropped: VoidDropped = {
      voidId: 'vod_a',
      subject: 'feedback',
      subjectId: 'fbk_a',
      programId: 'prg_a',
      personId: 'per_a',
      as: 'artist',
      isLookedAt: false,
    };
    expect(templatesFor(voidDropped.name, dropped)).toMatchObject([
      { kind: 'pay.kept', isMailed: true, words: { link: '/studio/feedback/fbk_a' } },
    ]);
    const seat = { ...dropped, subject: 'task_seat' as const, subjectId: 'sea_a' };
    expect(templatesFor(voidDropped.name, seat)[0]?.words.link).toBe('/studio/tasks');
    expect(templatesFor(voidDropped.name, { ...seat, as: 'proposer', isLookedAt: true })).toMatchObject([
      {
        kind: 'pay.proposal_dropped',
        isMailed: false,
        words: { text: expect.stringContaining('A second look said no'), link: '/manage/tasks' },
      },
    ]);
    expect(templatesFor(voidDropped.name, { ...dropped, as: 'proposer' })[0]?.words).toMatchObject({
      text: expect.stringContaining('A colleague said no'),
      link: '/manage/feedback?state=all&item=fbk_a',
    });
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
