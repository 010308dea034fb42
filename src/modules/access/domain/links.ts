/** What a link in a mail proves. */
export const LINK_KINDS = ['verification', 'reset', 'invitation'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** How long a link lives. A reset opens an account, so it is short. */
export const LINK_HOURS: Readonly<Record<LinkKind, number>> = { verification: 72, reset: 1, invitation: 168 };

const SLOT = /\{\{token:(prf_[0-9a-z]{26})\}\}/g;

/** What stands in a mail, and in the database, in the place of a token. */
export const tokenSlot = (proofId: string): string => `{{token:${proofId}}}`;

/** The text with every slot filled: `tokenOf` makes the token of a proof, or what stands in its place. */
export function fillSlots(text: string, tokenOf: (proofId: string) => string): string {
  return text.replace(SLOT, (_, proofId: string) => tokenOf(proofId));
}
