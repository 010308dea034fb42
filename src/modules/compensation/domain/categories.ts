/** What kind of income it is for the artist's books. */
export const CATEGORIES = ['service', 'prize', 'royalty', 'reimbursement'] as const;
export type Category = (typeof CATEGORIES)[number];

/** As registers and statements call them. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  service: 'Compensation for work',
  prize: 'Prizes and awards',
  royalty: 'Royalties',
  reimbursement: 'Refunded expenses',
};
