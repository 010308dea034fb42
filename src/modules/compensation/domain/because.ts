import { decimal, type Currency } from '../../../kernel/money';

/** What a sentence about an earning is made of. */
export interface Explained {
  readonly causeType: string;
  readonly rateItem: string | null;
  readonly rateCardVersion: number | null;
  readonly currency: Currency;
  readonly evidence: Readonly<Record<string, unknown>>;
}

type Sentence = (of: { text: (key: string) => string; money: (key: string) => string }) => string;

const feedback: Sentence = ({ text }) => `Accepted feedback (${text('type').replaceAll('_', ' ')}).`;

/** Why an amount was earned, in one sentence; what is missing is left out by the fallback. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  feedback,
  unusable: ({ text }) => `Evidence of a clip that was not usable (${text('reason').replaceAll('_', ' ')}).`,
  task_seat: ({ text, money }) => {
    if (text('share') === 'kill_fee')
      return `A task that you had accepted was cancelled: this is what is paid then, of a price of ${money('price')}.`;
    const part = text('share') === 'partial' ? 'A part of a task' : 'A task';
    return `${part} at ${money('price')}, estimated at ${text('estimateMinutes')} minutes.`;
  },
  true_up: ({ text, money }) => {
    const times =
      text('people') === '1' ? 'The one confirmed time' : `The median of ${text('people')} confirmed times`;
    return (
      `${times} of this task was ${text('medianMinutes')} minutes, estimated were ${text('estimateMinutes')}. ` +
      `At the floor of ${money('floorPerHour')} an hour that is ${money('target')}, so ${money('topUp')} came on top of the price of ${money('paid')}.`
    );
  },
  restored: () => 'Given again: taking it back was overturned.',
  late: ({ text, money }) =>
    `${money('lateAmount')} was paid ${text('days')} days after its date: ${money('added')} for the wait.`,
  milestone: ({ text }) => `Step ${text('position')} of a grant was accepted.`,
  attendance: () => 'The stipend of an event that you attended.',
  finalist: () => 'You were named a finalist of a grant.',
  expense: ({ text }) => `Costs that were refunded: ${text('what')}.`,
  licence: ({ text }) => `The licence for a use of “${text('title')}” (${text('use')}): ${text('purpose')}.`,
  by_card: ({ text }) => `${text('says')}: ${text('reason')}`,
  correction: ({ text }) => `The right amount after a correction (${text('reason').replaceAll('_', ' ')}).`,
};

/** The price list that set the amount; the line of it is a member of its own. */
const byCard = ({ rateItem, rateCardVersion }: Explained): string =>
  rateItem === null ? '' : ` By version ${rateCardVersion} of the rate card.`;

export function because(earning: Explained): string {
  const { causeType, rateItem, currency, evidence } = earning;
  if (causeType === 'feedback' && rateItem === 'feedback.duplicate')
    return `Feedback that somebody had reported before (${String(evidence.type).replaceAll('_', ' ')}).${byCard(earning)}`;
  const sentence = SENTENCES[causeType];
  if (sentence === undefined) return `${causeType.replaceAll('_', ' ')}.${byCard(earning)}`;
  let isWhole = true;
  const text = (key: string): string => {
    const value = evidence[key];
    if (typeof value !== 'string' && typeof value !== 'number') isWhole = false;
    return String(value);
  };
  const money = (key: string): string => {
    const value = evidence[key];
    if (typeof value !== 'string' || !/^\d+$/.test(value)) isWhole = false;
    return isWhole ? `${decimal({ amount: BigInt(String(value)), currency })} ${currency}` : '';
  };
  const said = sentence({ text, money });
  return isWhole ? `${said}${byCard(earning)}` : `${causeType.replaceAll('_', ' ')}.${byCard(earning)}`;
}
