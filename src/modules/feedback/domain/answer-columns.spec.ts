import { answerCells, answerColumns } from './answer-columns';
import type { Question } from './task-form';

const question = (key: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  key,
  kind,
  label: key,
  help: '',
  isRequired: true,
  maxLength: 100,
  min: 1,
  max: 5,
  minLabel: '',
  maxLabel: '',
  options: [],
  isMultiple: false,
  clips: [],
  ...more,
});

const FORM = [
  question('why', 'text'),
  question('calm', 'scale'),
  question('tools', 'choice', { isMultiple: true }),
  question('take', 'pairwise', { clips: ['fbf_a', 'fbf_b'] }),
  question('where', 'markers', { clips: ['fbf_a'] }),
];
const NAMES = new Map([
  ['fbf_a', 'dawn.mp4'],
  ['fbf_b', 'dusk.mp4'],
]);

describe('answers as columns', () => {
  test('each question has a column, a comparison a second one for its reason', () => {
    expect(answerColumns(FORM)).toEqual([
      'answer.why',
      'answer.calm',
      'answer.tools',
      'answer.take',
      'answer.take.because',
      'answer.where',
    ]);
  });

  test('markers and choices can be read by somebody who has never seen the form', () => {
    const answers = {
      why: 'It drifts.',
      calm: 4,
      tools: ['Brush', 'Mask'],
      take: { prefers: 'b', because: 'Warmer.' },
      where: [
        { at: 83.417, note: 'The arm bends.' },
        { at: 1.5, until: 2, region: { x: 0.1, y: 0.2, w: 0.305, h: 0.4 }, note: 'Flicker.' },
      ],
    };
    expect(answerCells(FORM, answers, NAMES)).toEqual([
      'It drifts.',
      4,
      'Brush; Mask',
      'B: dusk.mp4',
      'Warmer.',
      '1:23.417: The arm bends.\n0:01.500-0:02.000 (30.5% of the width by 40% of the height, from 10% left and 20% top): Flicker.',
    ]);
  });

  test('a moment just below a minute is not written as sixty seconds', () => {
    const [, , , , , text] = answerCells(FORM, { where: [{ at: 59.9999, note: 'End' }] }, NAMES);
    expect(text).toBe('1:00.000: End');
  });

  test('what was not answered is an empty cell', () => {
    expect(answerCells(FORM, { take: { prefers: 'same' } }, NAMES)).toEqual([
      null,
      null,
      null,
      'No difference',
      null,
      null,
    ]);
  });
});
