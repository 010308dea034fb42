/** How the artist themselves sees what a work says about the model, its maker or the programme. Never shown to deciders. */
export const STANCES = ['critical', 'neutral', 'favourable'] as const;
export type Stance = (typeof STANCES)[number];
