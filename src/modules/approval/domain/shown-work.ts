import type { Licence } from './licence';

export const PICTURE_WIDTHS = [320, 640, 960, 1280] as const;
/** What a share card shows: the size that every service takes. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;
export const PICTURE_NAMES = ['320', '640', '960', '1280', 'share'] as const;
export type PictureName = (typeof PICTURE_NAMES)[number];

/** What made it, in a sentence for whoever sees it outside of Atelier. */
export type MadeWith = 'procedural' | 'model' | null;

/** What pages, cards and feeds say of a public work. Addresses are relative to Atelier's own. */
export interface ShownWork {
  readonly id: string;
  readonly slug: string;
  readonly link: string;
  readonly title: string;
  readonly description: string;
  readonly credit: string;
  readonly coAuthors: readonly string[];
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly licence: Licence;
  readonly madeWith: MadeWith;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly publishedAt: string;
}

const MADE: Readonly<Record<'procedural' | 'model', string>> = {
  procedural: 'Drawn by a program from a formula, without a trained model.',
  model: 'Made with a generative model.',
};

export function madeSentence(madeWith: MadeWith): string {
  return madeWith === null ? 'Made by a machine; what kind is not on record.' : MADE[madeWith];
}

/** `Ada Vex`, `Ada Vex with Bo Lin and Cy Ode`. */
export function creditLine({ credit, coAuthors }: Pick<ShownWork, 'credit' | 'coAuthors'>): string {
  if (coAuthors.length === 0) return credit;
  const last = coAuthors.at(-1) as string;
  const others = coAuthors.slice(0, -1);
  return `${credit} with ${others.length === 0 ? last : `${others.join(', ')} and ${last}`}`;
}

export const pathsOf = (slug: string) => ({
  video: `/api/v1/works/${slug}/video`,
  poster: `/api/v1/works/${slug}/poster`,
  picture: (name: PictureName) => `/api/v1/works/${slug}/pictures/${name}`,
  embed: `/embed/${slug}`,
  oembed: (page: string) => `/api/v1/oembed?url=${encodeURIComponent(page)}`,
});

/** Width and height of a frame for `work` within the given bounds; never larger than the clip. */
export function fitted(
  work: Pick<ShownWork, 'width' | 'height'>,
  most: { width?: number; height?: number },
): { width: number; height: number } {
  const scale = Math.min(
    1,
    (most.width ?? work.width) / work.width,
    (most.height ?? work.height) / work.height,
  );
  return {
    width: Math.max(1, Math.floor(work.width * scale)),
    height: Math.max(1, Math.floor(work.height * scale)),
  };
}
