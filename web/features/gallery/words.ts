/** What the gallery is; the built page says it before any script has run (`web/build/first-paint.ts`). */
export const GALLERY_TITLE = 'Gallery';
export const GALLERY_LEAD =
  'Short films by the artists of the programme. Each was offered by its artist and checked against published rules; taste is not among them.';
