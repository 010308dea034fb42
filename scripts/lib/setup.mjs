// The beginning of every programme, played through the public API: a manager publishes and opens, artists come in.
import { client, signIn, tokenOfMail, until } from './client.mjs';
import * as demo from './demo-programme.mjs';

/**
 * Signs in the seeded staff.
 * @returns {Promise<Record<keyof typeof demo.STAFF, Awaited<ReturnType<typeof signIn>>>>} clients by role name
 */
export async function signInStaff(url) {
  const people = await Promise.all(
    Object.entries(demo.STAFF).map(async ([name, email]) => [
      name,
      await signIn(url, email, demo.DEMO_PASSWORD),
    ]),
  );
  return Object.fromEntries(people);
}

/** Creates, publishes, funds and opens the demo programme. `note` hears each step. */
export async function openProgramme({ manager, finance }, note = () => {}) {
  const program = await manager.post('/api/v1/programs', demo.programme);
  const at = `/api/v1/programs/${program.id}`;
  note('programme created', program.name);
  const terms = await manager.post(`${at}/terms`, demo.terms);
  note('terms published', `version ${terms.version}, ${demo.terms.clauses.length} clauses`);
  await manager.post(`${at}/rate-cards`, demo.rateCard);
  note('rate card published', 'an accepted issue pays €12.00');
  await manager.post(`${at}/quota-plans`, demo.quotaPlan);
  note('quota plan published', `${demo.quotaPlan.credits} credits, ${demo.quotaPlan.concurrency} at once`);
  await manager.post(`${at}/mark-policies`, demo.markPolicy);
  note('mark policy published', demo.markPolicy.text);
  await finance.post(`${at}/funding`, demo.funding).catch(async (error) => {
    if (error.status !== 403) throw error;
    throw new Error('finance may not fund the programme: the permission table has changed');
  });
  note('programme funded', '€5,000.00');
  await manager.post(`${at}/open`);
  note('programme opened');
  return { ...program, terms };
}

/** One artist from sign-up to active: confirm the address, apply, be invited, read and accept the terms. Returns client and enrollment. */
export async function enroll(url, manager, program, artist, note = () => {}) {
  await client(url).post('/api/v1/people', { ...artist, password: demo.DEMO_PASSWORD });
  const token = await tokenOfMail(manager, artist.email, '/verify');
  await client(url).post('/api/v1/account/verification', { token });
  const me = await signIn(url, artist.email, demo.DEMO_PASSWORD);
  note('signed up', 'address confirmed by the link in the mail');
  const application = await me.post(`/api/v1/programs/${program.id}/applications`, {
    statement: 'I make short films about weather and want to see how far drafts can carry a storyboard.',
    portfolio: ['https://artists.example/reel'],
  });
  note('applied', artist.name);
  await manager.post(`/api/v1/applications/${application.id}/startReview`);
  await manager.post(`/api/v1/applications/${application.id}/invite`);
  note('selected', artist.name);
  const { items } = await me.get('/api/v1/enrollments');
  const enrollment = items.find((item) => item.programId === program.id);
  const reading = await me.get(`/api/v1/enrollments/${enrollment.id}/terms`);
  await me.post(`/api/v1/enrollments/${enrollment.id}/consent`, {
    termsId: reading.terms?.id ?? reading.id,
    hash: reading.terms?.hash ?? reading.hash,
  });
  note('accepted the terms', artist.name);
  await until(
    () => me.get(`/api/v1/quota?programId=${program.id}`),
    (quota) => quota.available > 0,
    20,
    'the grant of credits',
  );
  return { ...me, name: artist.name, enrollment };
}

/** What `npm start` finds on its first run: the programme with two artists in it. Does nothing when it is there. */
export async function setUpDemo(url) {
  const programs = await client(url).get('/api/v1/programs');
  if (programs.items.some((program) => program.slug === demo.programme.slug)) return false;
  const staff = await signInStaff(url);
  const program = await openProgramme(staff);
  for (const artist of demo.ARTISTS) await enroll(url, staff.manager, program, artist);
  return true;
}

const FIRST_CLIPS = [
  { prompt: 'golden hour over misty mountains, slow drone shot', style: 'cinematic', seed: 7 },
  { prompt: 'moonlit ocean with small waves', style: 'film35', seed: 11 },
  { prompt: 'a planet in a violet nebula', style: 'none', seed: 5 },
];

/** A few drafts of the first artist, the first of them approved into the gallery. Returns when the last is rendered. */
export async function furnishDemo(url) {
  const artist = await signIn(url, demo.ARTISTS[0].email, demo.DEMO_PASSWORD);
  const request = { seconds: 5, resolution: '720p', draft: true, project: 'weather studies' };
  const clips = [];
  for (const first of FIRST_CLIPS) {
    const { generations } = await artist.post('/api/v1/generations', { ...request, ...first });
    clips.push(...generations);
  }
  const rendered = (clip) =>
    until(
      () => artist.get(`/api/v1/generations/${clip.id}`),
      ({ files }) => files !== null,
      300,
      'a first clip',
    );
  await rendered(clips[0]);
  await artist.post(`/api/v1/generations/${clips[0].id}/keeper`, { isKeeper: true });
  const offer = await artist.post('/api/v1/submissions', {
    generationId: clips[0].id,
    title: 'First light',
    description: 'A ridge before the fog lifts.',
    rights: { ownsInputs: true, thirdPartyMaterial: 'none', likenesses: 'none', aiDisclosure: true },
    labels: [],
    audience: 'wide',
  });
  const reviewer = await signIn(url, demo.STAFF.reviewer, demo.DEMO_PASSWORD);
  await reviewer.post(`/api/v1/submissions/${offer.id}/claim`);
  await reviewer.post(`/api/v1/submissions/${offer.id}/approve`);
  for (const clip of clips.slice(1)) await rendered(clip);
}
