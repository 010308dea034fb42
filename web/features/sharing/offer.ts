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
  /** Where a licence or a consent comes from. */
  evidence: string;
  /** Local date and time as the browser's field has it. */
  embargo: string;
  wished: string;
  /** One a line: a name, and behind it the address of an account in angle brackets where there is one. */
  coAuthors: string;
  stance: Stance | '';
}

type Stance = NonNullable<Schemas['OfferChanges']['stance']>;

/** The artist's own word on what it says; nobody who decides sees it. */
export const STANCES: readonly [Stance, string][] = [
  ['critical', 'Critical of the model or the programme'],
  ['neutral', 'Neutral, or about something else'],
  ['favourable', 'Favourable'],
];

/** Names with the addresses of their accounts, out of the lines of the field. */
export function coAuthorsOf(text: string): { name: string; email?: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(.*?)\s*<([^<>\s]+)>$/.exec(line);
      const [, name = '', email = ''] = found ?? [];
      return found === null || name === '' ? { name: line } : { name, email };
    });
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
  evidence: '',
  embargo: '',
  wished: '',
  coAuthors: '',
  stance: '',
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

const moment = (field: string): string | null => (field === '' ? null : new Date(field).toISOString());

/** What the API takes. Co-authors as they were before are not sent again: their addresses are shown to nobody. */
export function toChanges(offer: Offer, before: Offer = EMPTY): Schemas['OfferChanges'] & { title: string } {
  const { title, description, ownsInputs, thirdPartyMaterial, likenesses, aiDisclosure, evidence } = offer;
  return {
    title: title.trim(),
    description,
    rights: {
      ownsInputs,
      aiDisclosure,
      ...(thirdPartyMaterial === '' ? {} : { thirdPartyMaterial }),
      ...(likenesses === '' ? {} : { likenesses }),
      ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }),
    },
    labels: offer.labels,
    audience: offer.audience,
    embargoUntil: moment(offer.embargo),
    wishedAt: moment(offer.wished),
    ...(offer.coAuthors !== before.coAuthors && { coAuthors: coAuthorsOf(offer.coAuthors) }),
    stance: offer.stance === '' ? null : offer.stance,
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
  wishedAt,
  coAuthors,
  stance,
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
    evidence: rights.evidence ?? '',
    embargo: embargoUntil === null ? '' : localMoment(embargoUntil),
    wished: wishedAt === null ? '' : localMoment(wishedAt),
    coAuthors: coAuthors.join('\n'),
    stance: STANCES.find(([name]) => name === stance)?.[0] ?? '',
  };
}
