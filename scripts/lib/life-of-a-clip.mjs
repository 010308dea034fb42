// The main job, told in chapters. Everything goes through the public HTTP API; nothing reaches into the database.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { client, until, untilState } from './client.mjs';
import { ARTISTS } from './demo-programme.mjs';
import { verifyClip } from './verify-clip.mjs';
import { enroll, openProgramme, signInStaff } from './setup.mjs';

const RENDER_SECONDS = 120;
const ENDED = ['succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused'];
const money = ({ amount, currency }) => `${(amount / 100).toFixed(2)} ${currency}`;

const RIGHTS = { ownsInputs: true, thirdPartyMaterial: 'none', likenesses: 'none', aiDisclosure: true };

/** @param {{ url: string, line: object, home: string }} stage */
export async function playLife({ url, line, home }) {
  const folder = path.join(home, 'made');
  mkdirSync(folder, { recursive: true });
  const scene = { url, line, folder, videos: [], durations: {} };
  await chapterProgramme(scene);
  await chapterPrompts(scene);
  await chapterRender(scene);
  await chapterSharing(scene);
  await chapterAppeal(scene);
  await chapterFeedback(scene);
  await chapterMoney(scene);
  await chapterNumbers(scene);
  return { folder, videos: scene.videos, ledger: scene.ledger, durations: scene.durations };
}

async function chapterProgramme(scene) {
  scene.line.chapter('A programme, and two artists');
  const note = (name, detail) => scene.line.step(name, detail);
  scene.staff = await signInStaff(scene.url);
  note('staff signed in', 'manager, two reviewers, two of finance');
  scene.program = await openProgramme(scene.staff, note);
  scene.mira = await enroll(scene.url, scene.staff.manager, scene.program, ARTISTS[0], note);
  scene.teo = await enroll(scene.url, scene.staff.manager, scene.program, ARTISTS[1], note);
  const { secret } = await scene.mira.post('/api/v1/keys', {
    name: 'my laptop',
    scopes: ['generations:write', 'generations:read'],
    budget: 1500,
  });
  scene.script = scene.mira.withKey(secret);
  note('key created', `${secret.slice(0, 9)}…${secret.slice(-4)} with a budget of 1500 credits`);
  const quota = await scene.mira.get(`/api/v1/quota?programId=${scene.program.id}`);
  note('credits granted', `${quota.available} for each artist`);
}

async function chapterPrompts(scene) {
  const { line, program, script, mira, teo } = scene;
  line.chapter('Prompts');
  const ask = (who, request) =>
    who.post('/api/v1/generations', { programId: program.id, fps: 24, aspect: '16:9', ...request });
  const draftRequest = {
    prompt: 'golden hour over misty mountains, slow drone shot',
    style: 'cinematic',
    seconds: 6,
    resolution: '720p',
    draft: true,
    seed: 7,
  };
  await until(
    () => script.post('/api/v1/generations/quote', draftRequest).catch((error) => ({ error })),
    (quote) => !quote.error,
    10,
    'the key becoming usable',
  );
  const quote = await script.post('/api/v1/generations/quote', draftRequest);
  line.step('asked for a price', `${quote.credits} credits for the draft`);
  scene.draft = (await ask(script, draftRequest)).generations[0];
  line.step('draft submitted', `with the API key: “${draftRequest.prompt}”`);
  const bad = await script.refused(ask(script, { ...draftRequest, seconds: 90, style: 'claymation' }));
  line.step('bad request refused', `${bad.status}: ${bad.problem.title}`);
  scene.batch = (
    await ask(mira, {
      prompt: 'ink in clear water, red and gold, abstract',
      style: 'none',
      seconds: 4,
      resolution: '480p',
      draft: true,
      variations: 2,
      seed: 21,
    })
  ).generations;
  line.step('batch of two submitted', 'ink in clear water, two seeds');
  scene.teoClip = (
    await ask(teo, {
      prompt: 'neon city in the rain at night, pan left',
      style: 'neon',
      seconds: 5,
      resolution: '480p',
      draft: false,
      seed: 3,
      aspect: '9:16',
    })
  ).generations[0];
  line.step('the other artist submits', 'neon city in the rain, upright');
  const before = await mira.get(`/api/v1/quota?programId=${program.id}`);
  const regretted = (
    await ask(mira, {
      prompt: 'a desert of dunes at noon',
      style: 'film35',
      seconds: 10,
      resolution: '1080p',
      draft: false,
    })
  ).generations[0];
  await mira.post(`/api/v1/generations/${regretted.id}/cancel`);
  const after = await until(
    () => mira.get(`/api/v1/quota?programId=${program.id}`),
    (quota) => quota.available >= before.available,
    20,
    'the credits coming back',
  );
  line.step('cancelled one', `its ${regretted.credits} credits are back: ${after.available} available`);
}

async function waitFor(scene, artist, clip, label) {
  const { line } = scene;
  const started = performance.now();
  const done = await until(
    () => artist.get(`/api/v1/generations/${clip.id}`),
    (view) => ENDED.includes(view.state),
    RENDER_SECONDS,
    label,
    (view) => line.progress(`${label}: ${view.state} ${Math.round(view.progress / 10)} %`),
  );
  if (done.state !== 'succeeded')
    throw new Error(
      `${label} ended as ${done.state}: ${done.failure?.message ?? JSON.stringify(done.failure)}`,
    );
  const { response } = await artist.raw('GET', `/api/v1/generations/${clip.id}/video`, undefined, {
    range: 'bytes=0-99',
  });
  if (response.status !== 206) throw new Error(`a range request answered ${response.status}`);
  const file = await save(scene, artist, clip, 'video', 'mp4');
  await save(scene, artist, clip, 'poster', 'jpg');
  await save(scene, artist, clip, 'sheet', 'jpg');
  const { width, height, seconds, fps, seed, credits } = done;
  const { frames } = await verifyClip(file, { width, height, seconds, fps });
  scene.videos.push({
    id: clip.id,
    file,
    label,
    width,
    height,
    seconds,
    fps,
    seed,
    credits,
    frames,
    sha256: done.files.sha256,
  });
  scene.durations[label] = Math.round(performance.now() - started);
  line.step(
    'rendered and checked',
    `${label}: ${width}×${height}, ${seconds} s, all ${frames} frames decode`,
  );
  return done;
}

async function save({ url, folder }, artist, clip, kind, ending) {
  const response = await fetch(new URL(`/api/v1/generations/${clip.id}/${kind}`, url), {
    headers: { cookie: artist.cookie },
  });
  if (!response.ok) throw new Error(`${kind} of ${clip.id}: ${response.status}`);
  const file = path.join(folder, `${clip.id}.${ending === 'mp4' ? '' : `${kind}.`}${ending}`);
  writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

async function chapterRender(scene) {
  scene.line.chapter('Rendering');
  await waitFor(scene, scene.mira, scene.draft, 'the draft');
  for (const [index, clip] of scene.batch.entries())
    await waitFor(scene, scene.mira, clip, `ink, variation ${index + 1}`);
  await waitFor(scene, scene.teo, scene.teoClip, 'neon city');
  const promoted = await scene.mira.post(`/api/v1/generations/${scene.draft.id}/promote`);
  scene.final = promoted.generations?.[0] ?? promoted;
  scene.line.step('draft promoted to a final', `same seed ${scene.draft.seed}`);
  await waitFor(scene, scene.mira, scene.final, 'the final');
  await scene.mira.post(`/api/v1/generations/${scene.final.id}/keeper`, { isKeeper: true });
  await scene.teo.post(`/api/v1/generations/${scene.teoClip.id}/keeper`, { isKeeper: true });
  scene.line.step('marked as keepers', 'the final and the neon city');
}

async function submit(artist, clip, title, description) {
  return artist.post('/api/v1/submissions', {
    generationId: clip.id,
    title,
    description,
    rights: RIGHTS,
    labels: [],
    audience: 'wide',
  });
}

async function chapterSharing(scene) {
  const { line, mira, staff, url } = scene;
  line.chapter('Sharing');
  const submission = await submit(mira, scene.final, 'First light', 'A ridge before the fog lifts.');
  line.step(
    'submitted with rights stated',
    `${submission.risk} risk, decision due ${new Date(submission.dueAt).toLocaleString('en-GB')}`,
  );
  const at = `/api/v1/submissions/${submission.id}`;
  await staff.reviewer.post(`${at}/claim`);
  await staff.reviewer.post(`${at}/requestChanges`, {
    note: 'Please name the place in the description, it is recognisable.',
  });
  // a verdict leaves ten seconds after it was given: until then the reviewer may take it back
  await untilState(mira, at, 'changes_requested');
  line.step('reviewer asked for changes', 'a place to be named');
  await mira.post(`${at}/resubmit`, {
    changes: { description: 'A ridge above Lake Eyre before the fog lifts, invented but not far from it.' },
  });
  await staff.reviewer.post(`${at}/claim`);
  await staff.reviewer.post(`${at}/approve`, { note: 'All rules kept.' });
  const works = await until(
    () => client(url).get('/api/v1/works'),
    ({ items }) => items.length > 0,
    30,
    'the work in the gallery',
  );
  scene.work = works.items[0];
  line.step('approved and in the gallery', `${url}/works/${scene.work.slug}`);
}

async function chapterAppeal(scene) {
  const { line, teo, staff, program, url } = scene;
  line.chapter('A refusal, and a second look');
  const submission = await submit(teo, scene.teoClip, 'Rain, upright', 'A street at night.');
  const at = `/api/v1/submissions/${submission.id}`;
  await staff.reviewer.post(`${at}/claim`);
  const bare = await staff.reviewer.refused(staff.reviewer.post(`${at}/decline`, { note: 'no' }));
  line.step('refusal without reasons refused', `${bare.status}: ${bare.problem.title}`);
  const statement = {
    ground: 'rights',
    clauseId: 'S-2',
    termsVersion: program.terms.version,
    facts:
      'At two seconds a sign on the left wall looks like a registered mark, and no permission is stated for it.',
    timecodes: [{ at: 2, until: 3.5 }],
    isAutomated: false,
    remedy: 'State that the sign is invented, or render again without it.',
  };
  await staff.reviewer.post(`${at}/decline`, { statement });
  await untilState(teo, at, 'declined');
  line.step('declined with reasons', `${statement.clauseId}: ${statement.facts.slice(0, 48)}…`);
  const appeal = await teo.post(`${at}/appeals`, {
    grounds: 'The sign is generated and belongs to nobody; the letters do not form a word.',
  });
  const same = await staff.reviewer.refused(staff.reviewer.post(`/api/v1/appeals/${appeal.id}/take`));
  line.step('the same reviewer may not hear it', `${same.status}: ${same.problem.title}`);
  await staff.reviewer2.post(`/api/v1/appeals/${appeal.id}/take`);
  await staff.reviewer2.post(`/api/v1/appeals/${appeal.id}/overturn`, {
    reasons: 'The shapes on the wall are no letters of any alphabet; no mark of anybody is shown.',
  });
  await until(
    () => client(url).get('/api/v1/works'),
    ({ items }) => items.length > 1,
    20,
    'the second work in the gallery',
  );
  line.step('overturned by another person', 'and published');
}

async function chapterFeedback(scene) {
  const { line, mira, staff } = scene;
  line.chapter('Feedback is work');
  const feedback = await mira.post('/api/v1/feedback', {
    generationId: scene.final.id,
    type: 'issue',
    sentiment: 'critical',
    text: 'The fog bank slides sideways as one sheet between the first and the second ridge; it should thin out from below.',
    ratings: { promptAdherence: 4, motion: 2, consistency: 4, artefacts: 4 },
    markers: [
      { at: 1.5, until: 3, note: 'sheet of fog' },
      { at: 4.2, note: 'edge pops' },
    ],
  });
  line.step('feedback filed', 'two markers on the timeline, rated, critical');
  const seen = await staff.manager.get('/api/v1/feedback');
  const hidden = !JSON.stringify(seen).includes('critical');
  if (!hidden) throw new Error('whoever accepts feedback for pay can see its sentiment');
  await staff.manager.post(`/api/v1/feedback/${feedback.id}/triage`);
  await staff.manager.post(`/api/v1/feedback/${feedback.id}/accept`, {
    answer: 'Reproduced with three seeds. The fog layer gets its own motion in the next version.',
  });
  line.step('accepted with an answer', 'the manager never saw whether it was praise');
  const earnings = await until(
    () => mira.get('/api/v1/earnings'),
    ({ items }) => items.length > 0,
    20,
    'the earning',
  );
  scene.earning = earnings.items[0];
  line.step('earned', money(scene.earning.amount));
}

async function chapterMoney(scene) {
  const { line, staff, program, mira, folder } = scene;
  line.chapter('Money');
  const draft = await staff.finance.post('/api/v1/payout-batches', {
    programId: program.id,
    currency: 'EUR',
  });
  line.step('payout batch drafted', `${money(draft.total)} to ${draft.count} artist`);
  const at = `/api/v1/payout-batches/${draft.id}`;
  const own = await staff.finance.refused(staff.finance.post(`${at}/approve`, { hash: draft.hash }));
  line.step('own draft not approved', `${own.status}: ${own.problem.title}`);
  await staff.finance2.post(`${at}/approve`, { hash: draft.hash });
  line.step('approved by a second person', 'and sent by the sandbox rail');
  const batch = await until(
    () => staff.finance.get(at),
    (view) => view.state === 'done',
    60,
    'the batch being paid',
  );
  line.step(
    'paid and settled',
    `${batch.payouts[0].state} as ${batch.payouts[0].railRef ?? batch.payouts[0].id}`,
  );
  const month = new Date().toISOString().slice(0, 7);
  const statement = await mira.get(`/api/v1/statements/${month}`);
  writeFileSync(path.join(folder, `statement-${month}.json`), JSON.stringify(statement, null, 2));
  const csv = await staff.finance.get('/api/v1/readings/payouts/csv');
  writeFileSync(path.join(folder, 'payouts.csv'), csv);
  line.step('statement and finance CSV', `${csv.trim().split('\n').length} lines`);
  const report = await staff.finance.get('/api/v1/reports/finance');
  const quota = await mira.get(`/api/v1/quota?programId=${program.id}`);
  scene.ledger = {
    credits: { balance: quota.balance, held: quota.held, available: quota.available },
    finance: report,
  };
  if (quota.held !== 0) throw new Error(`all clips have ended and ${quota.held} credits are still held`);
}

async function chapterNumbers(scene) {
  scene.line.chapter('The honest numbers');
  const report = await client(scene.url).get('/api/v1/reports/public');
  writeFileSync(path.join(scene.folder, 'public-report.json'), JSON.stringify(report, null, 2));
  scene.line.step('public report', 'decisions, medians, pay, queue, in one page');
}
