import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CastName } from '../support/app';
import { arrive, launch, until, violations, type Visitor } from '../support/browser';
import { createClip } from '../support/clips';
import { storeMovie } from '../support/pictures';
import { Sharing, statement } from '../support/sharing';

const SHOTS = process.env['ATELIER_SCREENS'];

describe('sharing in the portal', () => {
  let sharing: Sharing;
  let browser: Browser;
  const visitors = new Map<CastName | 'press', Visitor>();

  async function as(name: CastName | 'press'): Promise<Page> {
    const known = visitors.get(name);
    if (known !== undefined) return known.page;
    const { atelier } = sharing;
    const visitor = await arrive(browser, atelier.url);
    await visitor.page.setViewportSize({ width: 1280, height: 900 });
    if (name !== 'press') {
      const [cookie = '', ...value] = atelier.people[name].cookie.split('=');
      await visitor.context.addCookies([{ name: cookie, value: value.join('='), url: atelier.url }]);
    }
    visitors.set(name, visitor);
    return visitor.page;
  }
  const shot = async (name: string, page: Page): Promise<void> => {
    if (SHOTS === undefined) return;
    fs.mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
  };
  const submitted = async (title: string, change: object = {}): Promise<string> => {
    const { id, generationId } = (await sharing.submit({ title, ...change })).body;
    await storeMovie(sharing.atelier, generationId);
    return id;
  };

  beforeAll(async () => {
    sharing = await Sharing.start('sharing_journey', {}, ['api', 'worker', 'relay']);
    browser = await launch(sharing.atelier);
  }, 90_000);
  afterAll(async () => {
    for (const [name, { faults }] of visitors) expect({ name, faults }).toEqual({ name, faults: [] });
    await browser?.close();
    await sharing?.stop();
  });

  it('shows the press what is approved and not public yet, counts it, and shows it no more once the artist ends it', async () => {
    const embargoUntil = new Date(Date.now() + 86_400_000 * 3).toISOString();
    const id = await submitted('Herons, under embargo', {
      embargoUntil,
      description: 'Grey herons at dawn.',
    });
    await sharing.act('reviewer', id, 'claim');
    await sharing.act('reviewer', id, 'approve');
    const artist = await as('artist');
    await artist.goto(`/studio/submissions/${id}`);
    await artist.getByRole('heading', { name: 'Before it is public' }).waitFor();
    await artist.getByRole('button', { name: /Links for the press/ }).click();
    await artist.getByRole('button', { name: 'New link' }).click();
    await artist.getByLabel('For whom').fill('The Morning Paper');
    await artist.getByRole('button', { name: 'Make the link' }).click();
    const row = artist.getByRole('row', { name: /The Morning Paper/ });
    await row.getByRole('cell', { name: '0', exact: true }).waitFor();
    expect(await violations(artist)).toEqual([]);
    await shot('press-links', artist);

    const { items } = (
      await sharing.atelier.request<{ items: { link: string }[] }>(
        'GET',
        `/api/v1/submissions/${id}/press-links`,
        {
          as: 'artist',
        },
      )
    ).body;
    const link = items[0]?.link ?? '';
    const press = await as('press');
    expect((await press.goto(link))?.status()).toBe(200);
    await press.getByRole('heading', { name: 'Herons, under embargo', level: 1 }).waitFor();
    await press.getByText(/Under embargo until/).waitFor();
    await until(press, 'document.querySelector("video")?.readyState > 0');
    expect(await violations(press)).toEqual([]);
    await shot('press', press);
    // nobody else finds it
    await press.goto('/');
    expect(await press.getByText('Herons, under embargo').count()).toBe(0);

    await artist.reload();
    await artist.getByRole('button', { name: /Links for the press/ }).click();
    await row.getByRole('cell', { name: '1', exact: true }).waitFor();
    await row.getByRole('button', { name: 'End it' }).click();
    await row.getByText('over').waitFor();
    await press.goto(link);
    await press.getByRole('heading', { name: 'This link is over' }).waitFor();
    expect(await violations(press)).toEqual([]);
    await shot('press-over', press);
  }, 120_000);

  it('brings a decline with its reasons and notes to the artist, whose appeal is filed, taken back and filed again', async () => {
    const id = await submitted('A blow at eight seconds');
    await sharing.act('reviewer', id, 'claim');
    const noted = await sharing.atelier.request('POST', `/api/v1/submissions/${id}/notes`, {
      as: 'reviewer',
      body: {
        at: 2,
        text: 'Here, at the left.',
        isForArtist: true,
        region: { x: 0.1, y: 0.2, w: 0.3, h: 0.4 },
      },
    });
    expect(noted.status).toBe(200);
    await sharing.act('reviewer', id, 'decline', { statement });
    const page = await as('artist');
    await page.goto(`/studio/submissions/${id}`);
    await page.getByRole('heading', { name: 'Statement of reasons' }).waitFor();
    await page.getByRole('button', { name: '1 · 0:02.000' }).click();
    await page.getByRole('button', { name: 'Region of marker 1' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot('tracker-declined', page);
    await page.getByLabel('Why is the decision wrong?').fill('Nobody is hit; it is a handshake.');
    await page.getByRole('button', { name: 'File the appeal' }).click();
    await page.getByRole('heading', { name: 'Your appeal' }).waitFor();
    await shot('appeal-filed', page);
    await page.getByRole('button', { name: 'Take the appeal back' }).click();
    await page.getByRole('button', { name: 'Take it back', exact: true }).click();
    await page.getByText(/You took it back/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Why is the decision wrong?').fill('It is a handshake, see second nine.');
    await page.getByRole('button', { name: 'File the appeal' }).click();
    await page.getByRole('button', { name: 'Take the appeal back' }).waitFor();

    const hearer = await as('reviewer2');
    await hearer.setViewportSize({ width: 1440, height: 900 });
    await hearer.goto('/review/appeals');
    await hearer.getByRole('heading', { name: 'A blow at eight seconds', level: 2 }).waitFor();
    await hearer.getByText('It is a handshake, see second nine.').first().waitFor();
    expect(await violations(hearer)).toEqual([]);
    await shot('appeal-heard', hearer);
  }, 120_000);

  it('takes everything an artist says of a clip, and keeps what no decider may see from them', async () => {
    const { atelier, programId } = sharing;
    const clip = await createClip(atelier, { programId, artist: 'artist' });
    await storeMovie(atelier, clip);
    const page = await as('artist');
    await page.goto(`/studio/submissions?clip=${clip}`);
    await page.getByLabel('Title').fill('With Ada');
    await page.getByLabel(/everything else that went in is mine/).check();
    await page
      .getByRole('radiogroup', { name: 'Material of others in it' })
      .getByLabel(/I have a licence/)
      .check();
    await page.getByLabel('Where the licence or the consent comes from').fill('Letter of 3 May');
    await page
      .getByRole('radiogroup', { name: /Real people/ })
      .getByLabel('None')
      .check();
    await page.getByLabel(/I say what made it/).check();
    await page.getByLabel('You would like it out on').fill('2027-03-01T18:00');
    await page.getByLabel('Made together with').fill('Ada <artist2@example.org>\nGrace Hopper');
    await page.getByLabel('Critical of the model or the programme').check();
    await page.getByText('Everything that is needed is there.').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot('offer', page);
    await page.getByRole('button', { name: 'Offer for sharing' }).click();
    await page.getByRole('heading', { name: 'With Ada', level: 1 }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const own = await sharing.get('artist', id);
    expect(own).toMatchObject({
      rights: { thirdPartyMaterial: 'licensed', evidence: 'Letter of 3 May' },
      coAuthors: ['Ada', 'Grace Hopper'],
      stance: 'critical',
      wishedAt: expect.stringMatching(/^2027-03-01T/),
    });
    const seen = JSON.stringify(await sharing.get('reviewer', id));
    for (const secret of ['critical', 'artist2@example.org', 'Grace']) expect(seen).not.toContain(secret);
    const [row] = (await sharing.sql('SELECT co_author_ids AS ids FROM approval_submissions WHERE id = $1', [
      id,
    ])) as [{ ids: string[] }];
    expect(row.ids).toEqual([atelier.people.artist2.id]);
    await sharing.act('artist', id, 'withdraw');
  }, 120_000);

  it('tells everybody how fast, how even and how sure review is', async () => {
    const page = await as('press');
    await page.goto('/numbers');
    for (const name of [
      'How fast sharing is decided',
      'Opinion plays no part?',
      'Two people, one verdict',
      'Second looks',
    ])
      await page.getByRole('heading', { name }).waitFor();
    const clocks = page.getByRole('table', { name: 'Clocks of review' });
    await clocks.getByRole('row', { name: /first decisions 2/ }).waitFor();
    await clocks.getByRole('row', { name: /within the clock of their class 100 %, green/ }).waitFor();
    await page.getByRole('table', { name: 'Opinion parity' }).getByText('too few to tell').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot('numbers', page);
  }, 60_000);

  it('is looked at as everybody sees it: gallery, work, frame, and the artist’s own lists', async () => {
    for (const title of ['Tide one', 'Tide two', 'Harbour light']) {
      const id = await submitted(title, { description: 'A calm sea, from a long walk.' });
      await sharing.act('reviewer', id, 'claim');
      await sharing.act('reviewer', id, 'approve');
    }
    const guest = await as('press');
    await guest.goto('/');
    await guest.getByRole('link', { name: 'Harbour light' }).first().waitFor();
    await guest.waitForLoadState('networkidle');
    await shot('gallery', guest);
    await guest.getByRole('link', { name: 'Harbour light' }).first().click();
    await guest.getByRole('heading', { name: 'Harbour light', level: 1 }).waitFor();
    await until(guest, 'document.querySelector("video")?.readyState > 0');
    await shot('work', guest);
    const slug = new URL(guest.url()).pathname.split('/').at(-1) ?? '';
    await guest.goto(`/embed/${slug}`);
    await guest.locator('video').waitFor();
    await shot('embed', guest);
    const feed = await sharing.atelier.request<{ items: { title: string }[] }>('GET', '/feeds/works.json');
    expect(feed.body.items.map(({ title }) => title)).toEqual(['Harbour light', 'Tide two', 'Tide one']);
    const artist = await as('artist');
    for (const [name, address] of [
      ['own-sharing', '/studio/submissions'],
      ['own-works', '/studio/works'],
      ['consents', '/studio/consents'],
    ] as const) {
      await artist.goto(address);
      await artist.getByText('Harbour light').first().waitFor();
      expect(await violations(artist)).toEqual([]);
      await shot(name, artist);
    }
  }, 120_000);
});
