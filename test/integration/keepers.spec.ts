import { enrollArtist } from '../support/artist';
import { csvTable } from '../support/csv';
import { Studio, type Clip } from '../support/studio';

interface Rate {
  readonly key: string;
  readonly name: string;
  readonly attempts: number;
  readonly keepers: number;
  readonly credits: number;
  readonly attemptsPerKeeper: number | null;
  readonly creditsPerKeeper: number | null;
}

interface Rates {
  readonly of: string;
  readonly all: Rate;
  readonly byStyle: Rate[];
  readonly byModel: Rate[];
  readonly byPromptLength: Rate[];
  readonly promptBands: { key: string; from: number; to: number | null }[];
  readonly byArtist: Rate[];
}

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('keepers');
  for (const who of ['artist', 'artist2'] as const) await enrollArtist(studio.atelier, studio.program, who);
  studio.fake.open();
  await made('artist', { style: 'noir', project: 'Harbour' }, true);
  await made('artist', { prompt: 'p'.repeat(159), project: 'Harbour' });
  await made('artist', { prompt: 'p'.repeat(160), project: 'Bridge' }, true);
  await made('artist', { prompt: 'broken beyond repair', project: 'Bridge' });
  await made('artist2', { prompt: 'p'.repeat(400) });
}, 90_000);
afterAll(() => studio?.stop());

async function made(as: 'artist' | 'artist2', more: object, isKeeper = false): Promise<Clip> {
  const clip = await studio.until(as, (await studio.submitted(as, more)).id);
  if (isKeeper) await studio.ask('POST', `/generations/${clip.id}/keeper`, as, { isKeeper });
  return clip;
}

const rates = (as: 'artist' | 'artist2' | 'manager', query = '') =>
  studio.ask<Rates>('GET', `/generations/keeper-rates${query}`, as);

const attempts = (list: readonly Rate[]) => Object.fromEntries(list.map((rate) => [rate.key, rate.attempts]));

describe('keepers', () => {
  test('cost attempts, minutes and credits, by style and model: one’s own for an artist', async () => {
    const { body } = await rates('artist');
    // What failed was an attempt, and cost nothing.
    expect(body).toMatchObject({
      of: 'own',
      byArtist: [],
      all: { attempts: 4, keepers: 2, credits: 6, attemptsPerKeeper: 2, creditsPerKeeper: 3 },
    });
    expect(attempts(body.byStyle)).toEqual({ none: 3, noir: 1 });
    expect(attempts(body.byModel)).toEqual({ 'fake-1': 3, unknown: 1 });
    expect(body.byStyle.find(({ key }) => key === 'noir')).toMatchObject({
      keepers: 1,
      attemptsPerKeeper: 1,
    });
  });

  test('are counted by the length of the prompt, in bands whose limits are published', async () => {
    const { body } = await rates('manager');
    expect(body.promptBands).toEqual([
      { key: '0-59', from: 0, to: 59 },
      { key: '60-159', from: 60, to: 159 },
      { key: '160-399', from: 160, to: 399 },
      { key: '400+', from: 400, to: null },
    ]);
    expect(body.byPromptLength.map(({ key, attempts: many, keepers }) => [key, many, keepers])).toEqual([
      ['0-59', 2, 1],
      ['60-159', 1, 0],
      ['160-399', 1, 1],
      ['400+', 1, 0],
    ]);
    expect(body.byPromptLength[1]?.attemptsPerKeeper).toBeNull();
  });

  test('are counted by artist for those who answer for the pools, with their names, and for nobody else', async () => {
    const { body } = await rates('manager');
    const { artist, artist2 } = studio.atelier.people;
    expect(body.of).toBe('everybody');
    expect(body.byArtist.map(({ key, name, attempts: many }) => [key, name, many])).toEqual([
      [artist.id, 'artist of the test', 4],
      [artist2.id, 'artist2 of the test', 1],
    ]);
    expect((await studio.ask('GET', '/generations/keeper-rates', 'finance')).status).toBe(403);
    expect(await rates('artist2', `?personId=${artist.id}`)).toMatchObject({
      status: 403,
      body: { code: 'generation.not_allowed' },
    });
    expect((await rates('manager', `?personId=${artist2.id}`)).body.all.attempts).toBe(1);
  });

  test('are filtered by project, programme, style, model and time', async () => {
    const all = async (query: string) => (await rates('artist', query)).body.all;
    expect(await all('?project=Harbour')).toMatchObject({ attempts: 2, keepers: 1 });
    expect(await all('?project=Bridge&style=none')).toMatchObject({ attempts: 2, keepers: 1 });
    expect(await all('?project=Nowhere')).toMatchObject({ attempts: 0, attemptsPerKeeper: null });
    expect(await all(`?programId=${studio.program}&model=unknown`)).toMatchObject({ attempts: 1 });
    expect(await all('?programId=prg_none')).toMatchObject({ attempts: 0 });
    expect(await all('?days=1')).toMatchObject({ attempts: 4 });
    for (const days of ['0', '1.5', '-3', 'NaN'])
      expect(await rates('artist', `?days=${days}`)).toMatchObject({
        status: 422,
        body: { fields: [{ field: 'days' }] },
      });
  });

  test('and clips are listed by project', async () => {
    const of = (query: string) =>
      studio.ask<{ items: (Clip & { project: string })[] }>('GET', `/generations?${query}`, 'artist');
    expect((await of('project=Harbour')).body.items.map(({ project }) => project)).toEqual([
      'Harbour',
      'Harbour',
    ]);
    expect((await of('project=Harbour&keeper=true')).body.items).toHaveLength(1);
    expect((await of('project=Nowhere')).body.items).toEqual([]);
    const projects = await studio.ask('GET', '/generations/projects', 'artist');
    expect(projects.body).toMatchObject({
      items: [
        { name: 'Bridge', clips: 2, keepers: 1 },
        { name: 'Harbour', clips: 2, keepers: 1 },
      ],
    });
  });

  test('go into a table for spreadsheets by the same filters', async () => {
    const download = (as: 'artist2' | 'manager', query: string) =>
      fetch(`${studio.atelier.url}/api/v1/generations/keeper-rates.csv${query}`, {
        headers: { cookie: studio.atelier.people[as].cookie },
      });
    const answer = await download('manager', '?style=noir');
    expect(answer.headers.get('content-disposition')).toContain('keepers.csv');
    expect(csvTable(await answer.text()).map(({ by, name, attempts: many }) => [by, name, many])).toEqual([
      ['all', '', '1'],
      ['artist', 'artist of the test', '1'],
      ['style', 'noir', '1'],
      ['model', 'fake-1', '1'],
      ['prompt_length', '0-59', '1'],
    ]);
    const foreign = await download('artist2', `?personId=${studio.atelier.people.artist.id}`);
    expect(foreign.status).toBe(403);
  });
});
