import { SweepService } from '../../src/modules/enrollment/sweep.service';
import { entrance } from '../support/enrollment';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { createClip } from '../support/clips';
import { eventually } from '../support/hosted';
import { sizeOf, storeStill } from '../support/pictures';
import { Sharing, statement } from '../support/sharing';

interface Shown {
  id: string;
  slug: string;
  title: string;
  credit: string;
  artistId: string | null;
  licence: string;
  tags: string[];
  madeWith: string | null;
  submission: string;
}
interface List {
  items: Shown[];
  next: string | null;
}

describe('the public gallery', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await Sharing.start('gallery', {}, ['api', 'relay', 'worker']);
  }, 90_000);
  afterAll(() => sharing?.stop());

  const get = async <T>(route: string, headers: Record<string, string> = {}) =>
    sharing.atelier.request<T>('GET', route, { headers });
  const own = (method: string, route: string, body?: object) =>
    sharing.atelier.request<Shown>(method, `/api/v1${route}`, {
      as: 'artist',
      ...(body === undefined ? {} : { body }),
    });
  const text = async (route: string): Promise<{ status: number; html: string; headers: Headers }> => {
    const response = await fetch(`${sharing.atelier.url}${route}`);
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  const publish = async (change: object = {}): Promise<Shown> => {
    const id = await sharing.inReview(change);
    const { work } = (await sharing.act('reviewer', id, 'approve')).body;
    const { body } = await get<Shown>(`/api/v1/works/${work?.slug}`);
    return { ...body, submission: id };
  };

  it('shows what a work is made with, its licence and its size, from one table', async () => {
    const work = await publish({ title: 'Salt & <Tide>' });
    expect(work).toMatchObject({
      title: 'Salt & <Tide>',
      credit: 'artist of the test',
      licence: 'all_rights_reserved',
      licenceUrl: null,
      madeWith: 'procedural',
      width: 640,
      height: 360,
      fps: 24,
      seconds: 10,
      pictures: [{ width: 320 }, { width: 640 }],
    });
  });

  it('is answered 304 as long as nothing changed, and never once a work is taken out', async () => {
    const work = await publish();
    const at = `/api/v1/works/${work.slug}`;
    const first = await get(at);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const known = { 'if-none-match': first.headers.get('etag') ?? '' };
    const list = await get<List>('/api/v1/works');
    const knownList = { 'if-none-match': list.headers.get('etag') ?? '' };
    const video = await get(`${at}/video`);
    const knownVideo = { 'if-none-match': video.headers.get('etag') ?? '' };
    expect(video.headers.get('cache-control')).toBe('public, no-cache');
    expect((await get(at, known)).status).toBe(304);
    expect((await get('/api/v1/works', knownList)).status).toBe(304);
    expect((await get(`${at}/video`, knownVideo)).status).toBe(304);

    await own('POST', `/works/${work.id}/unlist`);
    expect((await get(at, known)).status).toBe(404);
    expect((await get(`${at}/video`, knownVideo)).status).toBe(404);
    for (const part of ['poster', 'pictures/share', 'pictures/320', 'provenance', 'manifest'])
      expect({ part, status: (await get(`${at}/${part}`)).status }).toEqual({ part, status: 404 });
    const after = await get<List>('/api/v1/works', knownList);
    expect(after.status).toBe(200);
    expect(after.body.items.map(({ id }) => id)).not.toContain(work.id);
    for (const feed of ['/feeds/works.xml', '/feeds/works.json'])
      expect((await text(feed)).html).not.toContain(work.slug);
    expect((await text(`/embed/${work.slug}`)).status).toBe(404);
    const page = await text(`/works/${work.slug}`);
    expect([page.status, page.html.includes('og:image')]).toEqual([404, false]);
    const oembed = `/api/v1/oembed?url=${encodeURIComponent(`${sharing.atelier.url}/works/${work.slug}`)}`;
    expect((await get(oembed)).status).toBe(404);
  });

  it('narrows a list by words, tag, licence, artist and labels, and goes on behind the last of a page', async () => {
    const a = await publish({ title: 'Heron at dawn', labels: ['flashing'] });
    const b = await publish({ title: 'Heron at dusk' });
    await own('PATCH', `/works/${b.id}`, { tags: ['long-take', 'birds'], licence: 'cc_by_4_0' });
    const ids = async (query: string) =>
      (await get<List>(`/api/v1/works?${query}`)).body.items.map(({ id }) => id);
    expect(await ids('q=heron')).toEqual([b.id, a.id]);
    expect(await ids('q=heron&sort=oldest')).toEqual([a.id, b.id]);
    expect(await ids('q=heron%20-dusk')).toEqual([a.id]);
    expect(await ids('q=birds')).toEqual([b.id]);
    expect(await ids('tag=long-take')).toEqual([b.id]);
    expect(await ids('q=heron&licence=cc_by_4_0')).toEqual([b.id]);
    expect(await ids('q=heron&without=flashing,nudity')).toEqual([b.id]);
    expect(await ids('q=heron&artist=per_nobody')).toEqual([]);
    expect(await ids(`q=heron&artist=${b.artistId}`)).toEqual([b.id, a.id]);
    const { body: first } = await get<List>('/api/v1/works?q=heron&limit=1');
    expect(await ids(`q=heron&limit=1&cursor=${first.next}`)).toEqual([a.id]);
    expect((await get('/api/v1/works?licence=mine')).status).toBe(422);
    expect((await get('/api/v1/works?cursor=zzz')).status).toBe(422);
    expect((await own('PATCH', `/works/${b.id}`, { tags: ['<b>'] })).status).toBe(422);
    expect((await get<{ tags: { tag: string }[] }>('/api/v1/gallery-words')).body.tags).toContainEqual({
      tag: 'birds',
      count: 1,
    });
  });

  it('writes the share card into the page, with a picture that is one', async () => {
    const { atelier, programId } = sharing;
    const generationId = await createClip(atelier, { programId, artist: 'artist' });
    await storeStill(atelier, generationId);
    const work = await publish({ generationId, title: 'Quote " & <script>alert(1)</script>' });
    const { html, status } = await text(`/works/${work.slug}`);
    expect(status).toBe(200);
    expect(html).not.toContain('<script>alert');
    const metas = Object.fromEntries(
      [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, key, value]) => [
        key,
        value,
      ]),
    );
    const image = metas['og:image'] ?? '';
    expect(image).toMatch(/^http:\/\/[^/]+\/api\/v1\/works\/[^/]+\/pictures\/share$/);
    expect(metas).toMatchObject({ 'twitter:card': 'summary_large_image', 'twitter:image': image });
    expect(metas['og:title']).toContain('Quote &quot; &amp; &lt;script&gt;');

    for (const [name, size] of [
      ['share', [1200, 630]],
      ['320', [320, 180]],
    ] as const) {
      const ask = (): Promise<Response> =>
        fetch(`${sharing.atelier.url}/api/v1/works/${work.slug}/pictures/${name}`);
      // The poster stands in while the pictures of other works are being made.
      const isMade = async (): Promise<boolean> =>
        sizeOf(Buffer.from(await (await ask()).arrayBuffer()))[0] === size[0];
      await eventually(isMade);
      const answer = await ask();
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect({ name, size: sizeOf(bytes) }).toEqual({ name, size });
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
    expect((await get(`/api/v1/works/${work.slug}/pictures/9999`)).status).toBe(404);
  }, 60_000);

  it('falls back to the still where a picture cannot be made', async () => {
    const work = await publish();
    const answer = await get<string>(`/api/v1/works/${work.slug}/pictures/640`);
    expect([answer.status, answer.body.startsWith('poster of')]).toEqual([200, true]);
  });

  it('may be framed by others in its embed page and nowhere else, without a script or a cookie', async () => {
    const work = await publish();
    const embed = await text(`/embed/${work.slug}`);
    expect(embed.status).toBe(200);
    expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(embed.headers.get('content-security-policy')).not.toContain('script-src');
    expect(embed.headers.get('x-frame-options')).toBeNull();
    expect(embed.headers.get('set-cookie')).toBeNull();
    expect(embed.html).not.toContain('<script');
    expect(embed.html).toContain('without a trained model');
    for (const route of [`/works/${work.slug}`, `/api/v1/works/${work.slug}`, '/'])
      expect((await text(route)).headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
    const page = `${sharing.atelier.url}/works/${work.slug}`;
    const { html } = await text(`/works/${work.slug}`);
    const discovered =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html)?.[1] ?? '';
    const oembed = (await (await fetch(discovered.replaceAll('&amp;', '&'))).json()) as Record<
      string,
      unknown
    >;
    expect(oembed).toMatchObject({ version: '1.0', type: 'video', width: 640, height: 360 });
    expect(oembed.html).toContain(`src="${sharing.atelier.url}/embed/${work.slug}"`);
    const small = await get<{ width: number; height: number }>(
      `/api/v1/oembed?maxwidth=320&url=${encodeURIComponent(page)}`,
    );
    expect(small.body).toMatchObject({ width: 320, height: 180 });
    expect(
      (await get(`/api/v1/oembed?url=${encodeURIComponent('https://example.org/works/x')}`)).status,
    ).toBe(404);
  });

  it('has feeds that a reader can parse', async () => {
    const work = await publish({ title: 'Fog & “Bells” <i>' });
    await own('PATCH', `/works/${work.id}`, { tags: ['fog'] });
    const { html, headers } = await text('/feeds/works.xml?tag=fog');
    expect(headers.get('content-type')).toContain('application/rss+xml');
    expect(XMLValidator.validate(html)).toBe(true);
    const { rss } = new XMLParser({ ignoreAttributes: false, processEntities: true }).parse(html) as {
      rss: { channel: { title: string; link: string; item: Record<string, unknown> } };
    };
    expect(rss.channel.item).toMatchObject({ title: 'Fog & “Bells” <i>', category: 'fog' });
    expect(String(rss.channel.item.link)).toBe(`${sharing.atelier.url}/works/${work.slug}`);
    expect(Number.isNaN(Date.parse(String(rss.channel.item.pubDate)))).toBe(false);
    const feed = await get<{ version: string; feed_url: string; items: Record<string, unknown>[] }>(
      '/feeds/works.json?tag=fog',
    );
    expect(feed.headers.get('content-type')).toContain('application/feed+json');
    expect(feed.body).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${sharing.atelier.url}/feeds/works.json?tag=fog`,
    });
    expect(feed.body.items).toHaveLength(1);
    expect(feed.body.items[0]).toMatchObject({
      id: work.id,
      tags: ['fog'],
      authors: [{ name: work.credit }],
    });
  });

  it('keeps a work down that was taken down, whatever its artist’s switch says, with the reasons at the submission', async () => {
    const work = await publish();
    await sharing.act('reviewer', work.submission, 'takeDown', { statement });
    expect((await get(`/api/v1/works/${work.slug}`)).status).toBe(404);
    await own('POST', `/works/${work.id}/unlist`);
    expect(await own('POST', `/works/${work.id}/relist`)).toMatchObject({
      status: 409,
      body: { code: 'approval.work_taken_down' },
    });
    expect((await own('GET', `/own-works/${work.id}`)).body).toMatchObject({
      standing: 'taken_down',
      submissionId: work.submission,
    });
    expect((await sharing.get('artist', work.submission)).statement).toMatchObject({ clauseId: 'RU-3' });
  });

  describe('links for the press', () => {
    type Link = { id: string; link: string; views: number; isOpen: boolean };
    const make = async (id: string) =>
      (
        await sharing.atelier.request<{ items: Link[]; code?: string }>(
          'POST',
          `/api/v1/submissions/${id}/press-links`,
          {
            as: 'artist',
            body: { label: 'The evening paper', days: 7 },
          },
        )
      ).body;
    const links = async (id: string) =>
      (
        await sharing.atelier.request<{ items: Link[] }>('GET', `/api/v1/submissions/${id}/press-links`, {
          as: 'artist',
        })
      ).body.items;

    it('open a work under embargo, are counted, and end when their artist says so', async () => {
      const embargoUntil = new Date(Date.now() + 86_400_000).toISOString();
      const id = await sharing.inReview({ embargoUntil, title: 'Not yet' });
      expect(await make(id)).toMatchObject({ code: 'approval.nothing_to_show' });
      await sharing.act('reviewer', id, 'approve');
      // the player steps by the clip's own frames
      await sharing.sql(
        `UPDATE generation_generations SET fps = 30 WHERE id = (SELECT generation_id FROM approval_submissions WHERE id = $1)`,
        [id],
      );
      const [link] = (await make(id)).items;
      const api = `/api/v1${link?.link}`;
      const seen = await get(api);
      expect(seen).toMatchObject({ status: 200, body: { title: 'Not yet', embargoUntil, fps: 30 } });
      expect(seen.headers.get('cache-control')).toBe('private, no-store');
      expect((await get(`${api}/video`)).status).toBe(200);
      expect((await links(id))[0]).toMatchObject({ views: 1, isOpen: true });
      expect((await get(`${api}x`)).status).toBe(404);
      const end = (as: 'artist' | 'artist2') =>
        sharing.atelier.request('DELETE', `/api/v1/press-links/${link?.id}`, { as });
      expect((await end('artist2')).status).toBe(404);
      expect((await end('artist')).status).toBe(204);
      expect(await get(api)).toMatchObject({ status: 404, body: { code: 'approval.press_link_over' } });
      expect((await get(`${api}/video`)).status).toBe(404);
    });

    it('are over after their time, end when the work is taken out, and may be made anew for one that is not listed', async () => {
      const work = await publish();
      const [old] = (await make(work.submission)).items;
      await sharing.sql(
        `UPDATE approval_press_links SET created_at = now() - interval '9 days', expires_at = now() - interval '1 second' WHERE id = $1`,
        [old?.id],
      );
      expect((await get(`/api/v1${old?.link}`)).status).toBe(404);
      const [open] = (await make(work.submission)).items;
      await own('POST', `/works/${work.id}/unlist`);
      expect((await get(`/api/v1${open?.link}`)).status).toBe(404);
      const [again] = (await make(work.submission)).items;
      expect((await get(`/api/v1${again?.link}`)).status).toBe(200);
      await sharing.act('reviewer', work.submission, 'takeDown', { statement });
      expect((await get(`/api/v1${again?.link}`)).status).toBe(404);
    });
  });

  it('keeps works as their artist chooses when they leave', async () => {
    const work = await publish();
    const choose = (choice: string) => own('PUT', `/programs/${sharing.programId}/own-farewell`, { choice });
    const shown = async () => get<Shown>(`/api/v1/works/${work.slug}`);
    expect((await own('PUT', '/programs/prg_none/own-farewell', { choice: 'remove' })).status).toBe(404);
    await choose('former_artist');
    expect((await shown()).body.credit).toBe('artist of the test');
    const [enrollment] = (await sharing.sql(
      'SELECT id FROM enrollment_enrollments WHERE person_id = $1 AND program_id = $2',
      [sharing.atelier.people.artist.id, sharing.programId],
    )) as { id: string }[];
    const left = await own('POST', `/enrollments/${enrollment?.id}/leave`, {});
    expect(left.status).toBe(200);
    await sharing.atelier.settle();
    // While they can still stay nothing happens to their works.
    expect((await shown()).body.credit).toBe('artist of the test');
    await entrance(() => sharing.atelier).passUndo(enrollment?.id ?? '');
    await sharing.atelier.app.get(SweepService).moveDue();
    await sharing.atelier.settle();
    expect((await shown()).body).toMatchObject({ credit: 'Former artist', artistId: null });
    const byArtist = await get<List>(`/api/v1/works?artist=${sharing.atelier.people.artist.id}&limit=100`);
    expect(byArtist.body.items).toEqual([]);
    await choose('keep_name');
    expect((await shown()).body.credit).toBe('artist of the test');
    await choose('remove');
    expect((await shown()).status).toBe(404);
    expect((await own('POST', `/works/${work.id}/relist`)).body).toMatchObject({ standing: 'gallery' });
  });

  it('is looked after by staff, who see what is not public as well', async () => {
    const list = (as: 'artist' | 'reviewer', query = '') =>
      sharing.atelier.request<{ items: { standing: string }[] }>('GET', `/api/v1/curated-works${query}`, {
        as,
      });
    expect((await list('artist')).status).toBe(403);
    const { body } = await list('reviewer', '?standing=taken_down');
    expect(new Set(body.items.map(({ standing }) => standing))).toEqual(new Set(['taken_down']));
  });

  it('leaves no standing invariant broken', async () => {
    expect(await sharing.violations()).toEqual({});
  });
});
