import { ClocksService } from '../../src/modules/approval';
import { createClip, createProgram } from '../support/clips';
import { Sharing, statement } from '../support/sharing';

describe('clock, queue and gallery', () => {
  let sharing: Sharing;
  let clocks: ClocksService;
  beforeAll(async () => {
    sharing = await Sharing.start('approval_gallery');
    clocks = sharing.atelier.app.get(ClocksService);
  }, 60_000);
  afterAll(() => sharing?.stop());

  describe('the clock', () => {
    it('approves low risk when nobody decided in time, and escalates high risk', async () => {
      const low = (await sharing.submit()).body.id;
      const claimed = await sharing.inReview();
      const high = (await sharing.submit({ labels: ['nudity'] })).body.id;
      await sharing.sql(
        `UPDATE approval_submissions SET due_at = now() - interval '1 second' WHERE id = ANY ($1)`,
        [[low, claimed, high]],
      );
      await Promise.all([clocks.sweep(), clocks.sweep()]);
      expect(await sharing.get('artist', low)).toMatchObject({ state: 'published' });
      expect(await sharing.get('artist', claimed)).toMatchObject({ state: 'published' });
      expect(await sharing.get('artist', high)).toMatchObject({
        state: 'escalated',
        isEscalated: true,
        isLate: true,
      });
      expect(await sharing.events(low)).toEqual(['submit', 'approveLate', 'publish']);
      expect(await sharing.act('reviewer', claimed, 'decline', { statement })).toMatchObject({
        status: 409,
        body: { code: 'approval.wrong_state' },
      });
    });

    it('publishes after the embargo and not before', async () => {
      const embargoUntil = new Date(Date.now() + 86_400_000).toISOString();
      const id = await sharing.inReview({ embargoUntil });
      expect((await sharing.act('reviewer', id, 'approve')).body).toMatchObject({
        state: 'approved',
        work: null,
      });
      await clocks.sweep();
      expect((await sharing.get('artist', id)).state).toBe('approved');
      await sharing.sql(`UPDATE approval_submissions SET embargo_until = now() WHERE id = $1`, [id]);
      await clocks.sweep();
      expect(await sharing.get('artist', id)).toMatchObject({ state: 'published', work: { isListed: true } });
      expect(await sharing.submit({ embargoUntil: '2020-01-01T00:00:00Z' })).toMatchObject({
        status: 422,
        body: { code: 'approval.embargo_past' },
      });
    });
  });

  describe('reading', () => {
    it('the queue is for reviewers, by deadline, page by page without a gap', async () => {
      for (let n = 0; n < 5; n += 1) await sharing.submit(n % 2 === 0 ? {} : { labels: ['minors'] });
      type Page = { items: { id: string; dueAt: string }[]; next: string | null };
      const page = async (query: string) =>
        (
          await sharing.atelier.request<Page>('GET', `/api/v1/submissions?queue=open${query}`, {
            as: 'reviewer',
          })
        ).body;
      const all = (await page('&limit=100')).items;
      const seen: Page['items'] = [];
      for (let next: string | null = ''; next !== null;) {
        const part: Page = await page(`&limit=2${next === '' ? '' : `&cursor=${next}`}`);
        seen.push(...part.items);
        next = part.next;
      }
      expect(seen).toEqual(all);
      expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).toSorted());
      expect(
        await sharing.atelier.request('GET', '/api/v1/submissions?queue=open', { as: 'artist' }),
      ).toMatchObject({ status: 403 });
    });

    it('an artist’s list has their own only, and another’s submission is not there', async () => {
      const { body } = await sharing.submit({}, 'artist2');
      const mine = await sharing.atelier.request<{ items: { id: string }[] }>(
        'GET',
        '/api/v1/submissions?limit=100',
        { as: 'artist2' },
      );
      expect(mine.body.items.map(({ id }) => id)).toEqual([body.id]);
      expect(
        (await sharing.atelier.request('GET', `/api/v1/submissions/${body.id}`, { as: 'artist' })).status,
      ).toBe(404);
      expect((await sharing.act('artist', body.id, 'withdraw')).status).toBe(404);
      expect(await sharing.act('finance', body.id, 'approve')).toMatchObject({
        status: 403,
        body: { code: 'access.role_missing' },
      });
    });

    it('the gallery shows what is listed and meant for everybody; unlisting works at once', async () => {
      const id = await sharing.inReview();
      const work = (await sharing.act('reviewer', id, 'approve')).body.work;
      const quiet = await sharing.inReview({ audience: 'festival', title: 'Quiet' });
      const link = (await sharing.act('reviewer', quiet, 'approve')).body.work;
      const gallery = async () =>
        (
          await sharing.atelier.request<{ items: { id: string }[] }>('GET', '/api/v1/works?limit=100')
        ).body.items.map((item) => item.id);
      expect(await gallery()).toContain(work?.id);
      expect(await gallery()).not.toContain(link?.id);
      expect((await sharing.atelier.request('GET', `/api/v1/works/${link?.slug}`)).status).toBe(200);
      const part = await sharing.atelier.request('GET', `/api/v1/works/${work?.slug}/video`, {
        headers: { range: 'bytes=0-4' },
      });
      expect([part.status, part.body]).toEqual([206, 'video']);
      expect(
        (await sharing.atelier.request('POST', `/api/v1/works/${work?.id}/unlist`, { as: 'artist2' })).status,
      ).toBe(404);
      expect(
        (await sharing.atelier.request('POST', `/api/v1/works/${work?.id}/unlist`, { as: 'artist' })).status,
      ).toBe(200);
      expect(await gallery()).not.toContain(work?.id);
      expect((await sharing.atelier.request('GET', `/api/v1/works/${work?.slug}/video`)).status).toBe(404);
      await sharing.atelier.request('POST', `/api/v1/works/${work?.id}/relist`, { as: 'artist' });
      expect(await gallery()).toContain(work?.id);
    });

    it('the numbers of a programme count what was decided in it', async () => {
      const own = await createProgram(sharing.atelier, ['artist']);
      const clip = () => createClip(sharing.atelier, { programId: own, artist: 'artist' });
      const yes = await sharing.inReview({ generationId: await clip() });
      await sharing.act('reviewer', yes, 'approve');
      const no = await sharing.inReview({ generationId: await clip() });
      await sharing.act('reviewer', no, 'decline', { statement });
      await sharing.submit({ generationId: await clip() });
      await sharing.sql(
        `UPDATE approval_submissions SET submitted_at = now() - interval '2 hours' WHERE program_id = $1`,
        [own],
      );
      const appeal = (await sharing.appeal(no)).body.id;
      await sharing.hear('reviewer2', appeal, 'take');
      await sharing.hear('reviewer2', appeal, 'overturn', 'The facts are not in the clip at all.');
      const numbers = await sharing.atelier.request('GET', `/api/v1/approval-numbers?programId=${own}`, {
        as: 'reviewer',
      });
      expect(numbers).toMatchObject({
        status: 200,
        body: {
          approved: 1,
          declined: 1,
          open: 1,
          late: 0,
          medianHours: 2,
          safetyRefusals: 1,
          otherRefusals: 0,
        },
      });
      expect(numbers.body).toMatchObject({ appeals: 1, appealsDecided: 1, overturnRate: 1 });
      expect(
        (await sharing.atelier.request('GET', '/api/v1/approval-numbers', { as: 'artist' })).status,
      ).toBe(403);
    });

    it('the policy is public', async () => {
      const { status, body } = await sharing.atelier.request<{ grounds: { name: string }[] }>(
        'GET',
        '/api/v1/approval-policy',
      );
      expect([status, body.grounds.map(({ name }) => name)]).toEqual([
        200,
        ['safety', 'rights', 'confidentiality', 'technical', 'terms'],
      ]);
    });
  });

  it('leaves no standing invariant broken', async () => {
    expect(await sharing.violations()).toEqual({});
  });
});
