/**
 * The only grounds on which something may be refused or taken down, as published. None of them is tone, opinion or
 * image: what is not here cannot be a reason. A new ground is a change of this table and of the published rules.
 */
export const GROUNDS = {
  safety: 'It could hurt people: violence, exploitation, dangerous deception.',
  rights: 'It uses what belongs to others, or the likeness of a person, without permission.',
  confidentiality: 'It shows what the confidentiality clauses still protect, before their end date.',
  technical:
    'The file or its marks are defective: it cannot be played, or its provenance cannot be verified.',
  terms: 'It breaks another clause of the terms, which the statement names.',
} as const satisfies Record<string, string>;

export type Ground = keyof typeof GROUNDS;

export const GROUND_NAMES = Object.keys(GROUNDS) as readonly Ground[];

export function isGround(text: string): text is Ground {
  return Object.hasOwn(GROUNDS, text);
}
