import { escaped } from './markup';
import { creditLine, madeSentence, pathsOf, type ShownWork } from './shown-work';

/** What an embedded page may do: show its own picture and clip. Only here may others frame a page of Atelier. */
export function embedPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `img-src 'self'`,
    `media-src 'self'`,
    `style-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors *`,
  ].join('; ');
}

const STYLE = `
  html, body { margin: 0; height: 100%; background: #18181b; color: #fafafa; font: 14px/1.4 system-ui, sans-serif }
  body { display: flex; flex-direction: column }
  video { flex: 1; min-height: 0; width: 100%; object-fit: contain; background: #18181b }
  p { margin: 0; padding: 6px 10px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
  a { color: inherit }
`;

/** A page of one work for a frame on somebody else's page: the browser's own player, no script, no cookie. */
export function embedPage(work: ShownWork, { origin, nonce }: { origin: string; nonce: string }): string {
  const paths = pathsOf(work.slug);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${escaped(work.title)}</title>
    <link rel="canonical" href="${escaped(`${origin}${work.link}`)}" />
    <style nonce="${nonce}">${STYLE}</style>
  </head>
  <body>
    <video controls playsinline preload="metadata" poster="${paths.poster}" src="${paths.video}"
      aria-label="${escaped(work.title)}"></video>
    <p><a href="${escaped(work.link)}" target="_blank" rel="noopener">${escaped(work.title)}</a>, by ${escaped(creditLine(work))}. ${madeSentence(work.madeWith)}</p>
  </body>
</html>
`;
}

/** What stands in the frame when the work is not public (any more). */
export function goneEmbedPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Not shown</title><style nonce="${nonce}">${STYLE}</style></head>
  <body><p>This work is not public.</p></body>
</html>
`;
}

/** What oEmbed 1.0 answers for a video; names are theirs. */
export interface Oembed {
  version: string;
  type: string;
  provider_name: string;
  provider_url: string;
  title: string;
  author_name: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  cache_age: number;
}

/** The answer of oEmbed 1.0 for a work; its frame is within the bounds asked for. */
export function oembedOf(work: ShownWork, origin: string, frame: { width: number; height: number }): Oembed {
  const paths = pathsOf(work.slug);
  const { width, height } = frame;
  const from = escaped(`${origin}${paths.embed}`);
  return {
    version: '1.0',
    type: 'video',
    provider_name: 'Atelier',
    provider_url: origin,
    title: work.title,
    author_name: creditLine(work),
    html: `<iframe src="${from}" width="${width}" height="${height}" title="${escaped(work.title)}" allow="fullscreen" loading="lazy" style="border:0"></iframe>`,
    width,
    height,
    thumbnail_url: `${origin}${paths.picture('share')}`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    cache_age: 300,
  };
}
