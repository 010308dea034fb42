/** What kind of income it is for the artist's books. */
export const CATEGORIES = ['service', 'prize', 'royalty', 'reimbursement'] as const;
export type Category = (typeof CATEGORIES)[number];
