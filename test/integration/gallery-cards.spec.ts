import { GalleryService } from '../../src/modules/approval/works/gallery.service';
import { Sharing } from '../support/sharing';

describe('the gallery’s answers', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('gallery_cards');
  }, 60_000);
  afterAll(() => sharing?.stop());

  const get = <T extends object>(route: string) => sharing.atelier.request<T>('GET', route);
  const own = (method: string, route: string, body: object) =>
    sharing.atelier.request(method, `/api/v1${route}`, { as: 'artist', body });
  const publish = async (change: object): Promise<{ slug: string }> => {
    const id = await sharing.inReview(change);
    const { work } = (await sharing.act('reviewer', id, 'approve')).body;
    return { slug: work?.slug ?? '' };
  };

  it('are what was written as JSON when the work changed, member for member what the view says', async () => {
    const { slug } = await publish({
      title: 'Brine “9” \\ "x" é 潮 \u2028',
      description: 'One\nline\tand </script>',
      coAuthors: [{ name: 'Bo "B" Lin' }],
    });
    const gallery = sharing.atelier.app.get(GalleryService, { strict: false });
    const same = async (): Promise<void> => {
      const { body } = await get<object>(`/api/v1/works/${slug}`);
      expect(body).toEqual(await gallery.find(slug));
    };
    await same();
    const work = await gallery.find(slug);
    const id = (await sharing.sql('SELECT id FROM approval_works WHERE slug = $1', [slug])) as [
      { id: string },
    ];
    expect(work).toMatchObject({ coAuthors: ['Bo "B" Lin'] });
    expect((await own('PATCH', `/works/${id[0].id}`, { licence: 'cc_by_4_0', tags: ['salt'] })).status).toBe(
      200,
    );
    await same();
    const { body } = await get('/api/v1/works?limit=1&tag=salt');
    expect(body).toEqual({ items: [await gallery.find(slug)], next: null });
    await sharing.sql(`UPDATE approval_works SET byline = 'former_artist' WHERE slug = $1`, [slug]);
    await same();
  });
});
