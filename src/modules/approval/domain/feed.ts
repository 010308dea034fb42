import { LICENCES } from './licence';
import { escaped } from './markup';
import { creditLine, madeSentence, pathsOf, SHARE_SIZE, type ShownWork } from './shown-work';

/** A feed as readers ask for it: where it is, and what it is a selection of. */
export interface FeedHead {
  /** Without a slash at its end. */
  readonly origin: string;
  /** Path and query of the feed itself. */
  readonly self: string;
  readonly title: string;
}

const about = (work: ShownWork): string =>
  [work.description, `By ${creditLine(work)}.`, madeSentence(work.madeWith), LICENCES[work.licence].says]
    .filter((part) => part !== '')
    .join('\n\n');

const pictured = (work: ShownWork, origin: string): string => {
  const text = about(work)
    .split('\n\n')
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('');
  const picture = `${origin}${pathsOf(work.slug).picture('960')}`;
  return `<p><a href="${escaped(origin + work.link)}"><img src="${escaped(picture)}" alt="${escaped(`A still of ${work.title}`)}" /></a></p>${text}`;
};

function rssItem(work: ShownWork, origin: string): string {
  const page = escaped(`${origin}${work.link}`);
  const paths = pathsOf(work.slug);
  const lines = [
    `<title>${escaped(work.title)}</title>`,
    `<link>${page}</link>`,
    `<guid isPermaLink="false">${escaped(work.id)}</guid>`,
    `<pubDate>${new Date(work.publishedAt).toUTCString()}</pubDate>`,
    `<dc:creator>${escaped(creditLine(work))}</dc:creator>`,
    `<description>${escaped(pictured(work, origin))}</description>`,
    ...work.tags.map((tag) => `<category>${escaped(tag)}</category>`),
    `<media:content url="${escaped(origin + paths.video)}" medium="video" type="video/mp4" width="${work.width}" height="${work.height}" duration="${Math.max(1, Math.round(work.seconds))}"><media:thumbnail url="${escaped(origin + paths.picture('share'))}" width="${SHARE_SIZE.width}" height="${SHARE_SIZE.height}" /></media:content>`,
  ];
  return `    <item>\n${lines.map((line) => `      ${line}\n`).join('')}    </item>\n`;
}

/** RSS 2.0 with Media RSS and Dublin Core, newest first. */
export function rssOf(works: readonly ShownWork[], { origin, self, title }: FeedHead): string {
  const [newest] = works;
  const built =
    newest === undefined
      ? ''
      : `    <lastBuildDate>${new Date(newest.publishedAt).toUTCString()}</lastBuildDate>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>${escaped(title)}</title>
    <link>${escaped(origin)}/</link>
    <description>Short films by the artists of the programme, as they are published.</description>
    <language>en</language>
    <atom:link href="${escaped(origin + self)}" rel="self" type="application/rss+xml" />
${built}${works.map((work) => rssItem(work, origin)).join('')}  </channel>
</rss>
`;
}

/** JSON Feed 1.1, newest first. */
export function jsonFeedOf(works: readonly ShownWork[], { origin, self, title }: FeedHead): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: `${origin}/`,
    feed_url: `${origin}${self}`,
    description: 'Short films by the artists of the programme, as they are published.',
    language: 'en',
    items: works.map((work) => {
      const paths = pathsOf(work.slug);
      return {
        id: work.id,
        url: `${origin}${work.link}`,
        title: work.title,
        content_html: pictured(work, origin),
        content_text: about(work),
        image: `${origin}${paths.picture('share')}`,
        date_published: work.publishedAt,
        authors: [{ name: work.credit }, ...work.coAuthors.map((name) => ({ name }))],
        tags: [...work.tags],
        attachments: [
          {
            url: `${origin}${paths.video}`,
            mime_type: 'video/mp4',
            title: work.title,
            duration_in_seconds: work.seconds,
          },
        ],
      };
    }),
  };
}
