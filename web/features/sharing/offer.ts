import type { Schemas } from '../../api/client';

type Rights = Schemas['RightsInput'];

/** The form of an offer: choices that were not made yet are empty words. */
export interface Offer {
  title: string;
  description: string;
  ownsInputs: boolean;
  thirdPartyMaterial: Rights['thirdPartyMaterial'] | '';
  likenesses: Rights['likenesses'] | '';
  aiDisclosure: boolean;
  labels: NonNullable<Schemas['OfferChanges']['labels']>;
  audience: NonNullable<Schemas['OfferChanges']['audience']>;
  /** Local date and time as the browser's field has it. */
  embargo: string;
}

export const THIRD_PARTY: readonly [NonNullable<Rights['thirdPartyMaterial']>, string][] = [
  ['none', 'None'],
  ['licensed', 'Some, and I have a licence'],
  ['public_domain', 'Some, in the public domain'],
  ['unlicensed', 'Some, and I have no permission'],
];

export const LIKENESSES: readonly [NonNullable<Rights['likenesses']>, string][] = [
  ['none', 'None'],
  ['consented', 'Some, and they agreed in writing'],
  ['public_figure', 'A public figure'],
  ['unconsented', 'Some, and they were not asked'],
];

export const EMPTY: Offer = {
  title: '',
  description: '',
  ownsInputs: false,
  thirdPartyMaterial: '',
  likenesses: '',
  aiDisclosure: false,
  labels: [],
  audience: 'wide',
  embargo: '',
};

/** What is not answered yet, in words. Whether an answer is good enough is for the server to say. */
export function stillToSay(offer: Offer): string[] {
  const parts: [boolean, string][] = [
    [offer.title.trim() === '', 'the title'],
    [!offer.ownsInputs, 'that the inputs are yours'],
    [offer.thirdPartyMaterial === '', 'material of others'],
    [offer.likenesses === '', 'real people'],
    [!offer.aiDisclosure, 'that you disclose the model'],
  ];
  return parts.filter(([isMissing]) => isMissing).map(([, name]) => name);
}

/** What the API takes. */
export function toChanges(offer: Offer): Schemas['OfferChanges'] & { title: string } {
  const { title, description, ownsInputs, thirdPartyMaterial, likenesses, aiDisclosure } = offer;
  return {
    title: title.trim(),
    description,
    rights: {
      ownsInputs,
      aiDisclosure,
      ...(thirdPartyMaterial === '' ? {} : { thirdPartyMaterial }),
      ...(likenesses === '' ? {} : { likenesses }),
    },
    labels: offer.labels,
    audience: offer.audience,
    embargoUntil: offer.embargo === '' ? null : new Date(offer.embargo).toISOString(),
  };
}

const localMoment = (at: string): string => {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** The form as it was handed in. */
export function fromSubmission({
  title,
  description,
  rights,
  labels,
  audience,
  embargoUntil,
}: Schemas['SubmissionDetail']): Offer {
  return {
    title,
    description,
    ownsInputs: rights.ownsInputs ?? false,
    thirdPartyMaterial: rights.thirdPartyMaterial ?? '',
    likenesses: rights.likenesses ?? '',
    aiDisclosure: rights.aiDisclosure ?? false,
    labels,
    audience,
    embargo: embargoUntil === null ? '' : localMoment(embargoUntil),
  };
}
