import { creditOf } from '../domain/farewell';
import { LICENCE_NAMES, LICENCES } from '../domain/licence';
import { pathsOf, PICTURE_WIDTHS } from '../domain/shown-work';
import { sharePath } from '../domain/slug';
import type { GalleryFilter } from './gallery.repository';
import type { Standing } from './own-work.dto';
import type { GalleryFilterQuery, LicenceView, WorkView } from './work.dto';
import type { WorkEntity } from './work.entity';

/** `name`: the artist's; not shown where they chose so when they left. */
export function workView(work: WorkEntity, name: string | undefined): WorkView {
  const { id, slug, title, description, coAuthors, labels, tags, audience, licence, madeWith, byline } = work;
  const { width, height, fps, seconds, isListed } = work;
  const paths = pathsOf(slug);
  const { says, deed } = LICENCES[licence];
  return {
    id,
    slug,
    link: sharePath(slug),
    title,
    description,
    credit: creditOf(byline, name),
    artistId: byline === 'name' ? work.personId : null,
    coAuthors,
    labels,
    tags,
    audience,
    licence,
    licenceSays: says,
    licenceUrl: deed,
    madeWith,
    width,
    height,
    fps,
    seconds,
    videoUrl: paths.video,
    posterUrl: paths.poster,
    pictures: PICTURE_WIDTHS.filter((wide) => wide <= width).map((wide) => ({
      width: wide,
      url: paths.picture(`${wide}`),
    })),
    embedUrl: paths.embed,
    isListed,
    publishedAt: work.publishedAt.toISOString(),
  };
}

export function filterOf({ artist, ...query }: GalleryFilterQuery): GalleryFilter {
  const { q, tag, licence, madeWith, programId, without } = query;
  const words = q?.trim();
  return {
    q: words === '' ? undefined : words,
    tag,
    licence,
    madeWith,
    programId,
    without,
    artistId: artist,
  };
}

export const licenceViews = (): LicenceView[] =>
  LICENCE_NAMES.map((name) => ({ name, says: LICENCES[name].says, url: LICENCES[name].deed }));

/** Where a work stands, for its artist and for staff. */
export function standingOf({ isTakenDown, isListed, audience }: WorkEntity): Standing {
  if (isTakenDown) return 'taken_down';
  if (!isListed) return 'unlisted';
  return audience === 'wide' ? 'gallery' : 'by_link';
}
