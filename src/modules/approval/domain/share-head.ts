import { LICENCES } from './licence';
import { escaped, shortened } from './markup';
import { creditLine, madeSentence, pathsOf, SHARE_SIZE, type ShownWork } from './shown-work';

const meta = (name: 'name' | 'property', key: string, value: string): string =>
  `<meta ${name}="${key}" content="${escaped(value)}" />`;

/** What a share card, a search engine and an oEmbed consumer read: lines for the head of the work's page. `origin` has no slash at its end. */
export function shareHead(work: ShownWork, origin: string): string {
  const page = `${origin}${work.link}`;
  const paths = pathsOf(work.slug);
  const image = `${origin}${paths.picture('share')}`;
  const about = shortened(`${work.description} ${madeSentence(work.madeWith)}`.trim(), 200);
  const title = `${work.title}, by ${creditLine(work)}`;
  const { deed } = LICENCES[work.licence];
  return [
    `<title>${escaped(title)} · Atelier</title>`,
    `<link rel="canonical" href="${escaped(page)}" />`,
    meta('name', 'description', about),
    meta('name', 'author', work.credit),
    ...(deed === null ? [] : [`<link rel="license" href="${deed}" />`]),
    meta('property', 'og:site_name', 'Atelier'),
    meta('property', 'og:type', 'video.other'),
    meta('property', 'og:title', title),
    meta('property', 'og:description', about),
    meta('property', 'og:url', page),
    meta('property', 'og:image', image),
    meta('property', 'og:image:type', 'image/jpeg'),
    meta('property', 'og:image:width', String(SHARE_SIZE.width)),
    meta('property', 'og:image:height', String(SHARE_SIZE.height)),
    meta('property', 'og:image:alt', `A still of “${work.title}”`),
    meta('property', 'og:video', `${origin}${paths.video}`),
    meta('property', 'og:video:type', 'video/mp4'),
    meta('property', 'og:video:width', String(work.width)),
    meta('property', 'og:video:height', String(work.height)),
    meta('name', 'twitter:card', 'summary_large_image'),
    meta('name', 'twitter:title', title),
    meta('name', 'twitter:description', about),
    meta('name', 'twitter:image', image),
    meta('name', 'twitter:image:alt', `A still of “${work.title}”`),
    `<link rel="alternate" type="application/json+oembed" href="${escaped(`${origin}${paths.oembed(page)}`)}" title="${escaped(work.title)}" />`,
  ].join('\n    ');
}

/** Where feeds are found, for the head of every page of the gallery. */
export function feedHead(origin: string): string {
  return [
    `<link rel="alternate" type="application/rss+xml" href="${escaped(origin)}/feeds/works.xml" title="Atelier: new works" />`,
    `<link rel="alternate" type="application/feed+json" href="${escaped(origin)}/feeds/works.json" title="Atelier: new works" />`,
  ].join('\n    ');
}
