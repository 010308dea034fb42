import type { Plugin } from 'vite';
import { GALLERY_LEAD, GALLERY_TITLE } from '../features/gallery/words';

/** Puts the gallery's own words into the page as it is sent, in place of their marks. */
export function firstPaint(): Plugin {
  return {
    name: 'atelier-first-paint',
    transformIndexHtml: (page) =>
      page.replace('%GALLERY_TITLE%', GALLERY_TITLE).replace('%GALLERY_LEAD%', GALLERY_LEAD),
  };
}
