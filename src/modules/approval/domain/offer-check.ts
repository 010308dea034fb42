import { DAY } from '../../../kernel/clock';
import { missingRights, type Rights, type RightsPart } from './rights';

const LONGEST_AHEAD = 366 * DAY;

/** What an artist says about a clip, as far as it can be wrong. */
export interface Checked {
  readonly title: string;
  readonly rights: Partial<Rights>;
  readonly embargoUntil: Date | null;
  readonly wishedAt: Date | null;
}

/** One thing that stands in the way: the part of the form, the refusal that it would be, and what to do. */
export interface OfferFault {
  readonly part: string;
  readonly code:
    'title_missing' | 'rights_missing' | 'embargo_past' | 'wish_impossible' | 'already_submitted';
  readonly says: string;
}

const RIGHTS: Readonly<Record<RightsPart, string>> = {
  ownsInputs: 'Say that everything that went in is yours, or that you may use it so.',
  thirdPartyMaterial:
    'Say what of others is in it. Material without a licence cannot be shared: render without it.',
  likenesses:
    'Say who can be recognised. A real person who was not asked cannot be shown: ask, or blur the face.',
  aiDisclosure: 'Say that you disclose the model wherever you show it.',
};

const isPossible = (at: Date, now: Date): boolean =>
  at > now && at.getTime() - now.getTime() <= LONGEST_AHEAD;

/**
 * Everything that is missing, in the order of the form; empty when it can be handed in. The same answer before and at
 * handing in. `now` is the database's time.
 */
export function offerFaults(offer: Checked, now: Date, hasOpen = false): OfferFault[] {
  const faults: OfferFault[] = [];
  if (hasOpen)
    faults.push({ part: 'generationId', code: 'already_submitted', says: 'This clip is offered already: follow that offer, or withdraw it first.' }); // prettier-ignore
  if (offer.title.trim() === '')
    faults.push({ part: 'title', code: 'title_missing', says: 'Give it a title.' });
  for (const part of missingRights(offer.rights))
    faults.push({ part: `rights.${part}`, code: 'rights_missing', says: RIGHTS[part] });
  if (offer.embargoUntil !== null && !isPossible(offer.embargoUntil, now))
    faults.push({ part: 'embargoUntil', code: 'embargo_past', says: 'The embargo ends in the future, at most a year ahead.' }); // prettier-ignore
  const { wishedAt, embargoUntil } = offer;
  if (wishedAt !== null && (!isPossible(wishedAt, now) || (embargoUntil !== null && wishedAt < embargoUntil)))
    faults.push({ part: 'wishedAt', code: 'wish_impossible', says: 'The wished date lies ahead, within a year, and not before the end of the embargo.' }); // prettier-ignore
  return faults;
}
