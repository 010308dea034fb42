import { creditOf, type Byline } from '../domain/farewell';
import { LICENCE_NAMES, LICENCES, type Licence } from '../domain/licence';
import { pathsOf, PICTURE_WIDTHS } from '../domain/shown-work';
import { sharePath } from '../domain/slug';

/** A work with its members as JSON, and the few of them that decide the rest. */
export interface Card {
  readonly id: string;
  /** A whole JSON object, as the database wrote it. */
  readonly card: string;
  readonly slug: string;
  readonly personId: string;
  readonly byline: Byline;
  readonly licence: Licence;
  readonly width: number;
}

const LICENCE_MEMBERS = Object.fromEntries(
  LICENCE_NAMES.map((name) => {
    const { says, deed } = LICENCES[name];
    return [name, `"licenceSays":${JSON.stringify(says)},"licenceUrl":${JSON.stringify(deed)}`];
  }),
) as Readonly<Record<Licence, string>>;

/** JSON of a `WorkView`, by joining: nothing is parsed and written again. A slug has only letters that JSON takes as they are. */
export function cardText(
  { card, slug, personId, byline, licence, width }: Card,
  name: string | undefined,
): string {
  const paths = pathsOf(slug);
  const pictures = PICTURE_WIDTHS.filter((wide) => wide <= width).map(
    (wide) => `{"width":${wide},"url":"${paths.picture(`${wide}`)}"}`,
  );
  const artist = byline === 'name' ? `"${personId}"` : 'null';
  return (
    `${card.slice(0, -1)},"link":"${sharePath(slug)}","credit":${JSON.stringify(creditOf(byline, name))},"artistId":${artist},` +
    `${LICENCE_MEMBERS[licence]},"videoUrl":"${paths.video}","posterUrl":"${paths.poster}","pictures":[${pictures.join(',')}],` +
    `"embedUrl":"${paths.embed}"}`
  );
}

export function pageText(items: readonly string[], next: string | null): string {
  return `{"items":[${items.join(',')}],"next":${JSON.stringify(next)}}`;
}
