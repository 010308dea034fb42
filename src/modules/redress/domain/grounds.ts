/**
 * The only grounds on which somebody may be refused, stopped or left unpaid, as published. None of them is tone, opinion
 * or image: what is not here cannot be a reason. The first five are those of sharing.
 */
export const ALL_GROUNDS = {
  safety: 'It could hurt people: violence, exploitation, dangerous deception.',
  rights: 'It uses what belongs to others, or the likeness of a person, without permission.',
  confidentiality: 'It shows what the confidentiality clauses still protect, before their end date.',
  technical:
    'The file or its marks are defective: it cannot be played, or its provenance cannot be verified.',
  terms: 'It breaks another clause of the terms, which the statement names.',
  selection: 'Others came first by criteria that were published beforehand; no rule was broken.',
  security: 'A key or an account is, or seems to be, in wrong hands.',
  evidence: 'What was reported or claimed does not meet the published rule for paying it.',
  model: 'The provider of the model refused it by its own rules, which Atelier does not make.',
} as const satisfies Record<string, string>;

export type AnyGround = keyof typeof ALL_GROUNDS;

export const ALL_GROUND_NAMES = Object.keys(ALL_GROUNDS) as readonly AnyGround[];
