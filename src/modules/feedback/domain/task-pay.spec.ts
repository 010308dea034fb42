import fc from 'fast-check';
import { confirmedTime, isWhole, killFeeOf, leastPrice, longestMinutes, partOf } from './task-pay';
import { answerSchema, formFaults, type Question } from './task-form';

const question = (key: string, part: Partial<Question> = {}): Question => ({
  key,
  label: 'What?',
  help: '',
  kind: 'text',
  isRequired: true,
  maxLength: 100,
  min: 1,
  max: 5,
  minLabel: '',
  maxLabel: '',
  options: [],
  isMultiple: false,
  clips: [],
  ...part,
});
const form = { questions: [question('a'), question('b'), question('c', { isRequired: false })] };
const amount = fc.bigInt({ min: 1n, max: 10_000_000_000n });

describe('what a task pays', () => {
  it('is at least the floor for its minutes, and at least the card’s minimum, rounded to the artist', () => {
    expect(leastPrice(10, 1_800n, undefined)).toBe(300n);
    expect(leastPrice(1, 1_801n, undefined)).toBe(31n);
    expect(leastPrice(10, 1_800n, 400n)).toBe(400n);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), amount, (minutes, floor) => {
        const least = leastPrice(minutes, floor, undefined);
        return least * 60n >= floor * BigInt(minutes) && (least - 1n) * 60n < floor * BigInt(minutes);
      }),
    );
  });

  it('pays a kill fee between a quarter of the price and the price, in currencies of any size', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 200 }), (price, percent) => {
        const fee = killFeeOf(price, percent);
        return fee * 4n >= price && fee <= price;
      }),
    );
  });

  it('pays a part by its share of the required questions, and something for anything', () => {
    expect(partOf(501n, form, { a: 'x' })).toBe(251n);
    expect(partOf(500n, form, { a: 'x', b: 'y' })).toBe(500n);
    expect(partOf(500n, form, { c: 'only the optional one' })).toBe(250n);
    expect(partOf(500n, form, { a: '', b: [] })).toBe(0n);
    expect(isWhole(form, { a: 'x', b: 'y' })).toBe(true);
    expect(isWhole(form, { a: 'x' })).toBe(false);
  });

  it('never cuts a confirmed time in silence', () => {
    expect(longestMinutes(10)).toBe(70);
    expect(longestMinutes(30)).toBe(180);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_080 }),
        fc.integer({ min: 1, max: 600 }),
        (claimed, estimate) => {
          const { minutes, state } = confirmedTime(claimed, estimate);
          return minutes === claimed ? state === 'confirmed' : state === 'capped' && minutes < claimed;
        },
      ),
    );
  });
});

describe('a form', () => {
  it('names what cannot be asked and serves the rest as JSON schema', () => {
    const clip = question('m', { kind: 'markers', clips: ['fbf_1'] });
    expect(formFaults({ questions: [clip] }, new Map([['fbf_1', null]]))).toHaveLength(1);
    const lengths = new Map([['fbf_1', 8]]);
    expect(formFaults({ questions: [clip] }, lengths)).toEqual([]);
    expect(answerSchema({ questions: [clip] }, lengths)).toMatchObject({
      required: ['m'],
      properties: { m: { items: { properties: { at: { maximum: 8 } } } } },
    });
    expect(answerSchema({ questions: [clip] }, lengths, true)).toMatchObject({
      required: [],
      minProperties: 1,
    });
  });
});
