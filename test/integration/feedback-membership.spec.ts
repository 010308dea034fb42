import { startTestApp, type TestApp } from '../support/app';
import { createProgram } from '../support/clips';

let atelier: TestApp;
let programId: string;

beforeAll(async () => {
  atelier = await startTestApp('feedback_membership', { roles: ['api'] });
  programId = await createProgram(atelier, ['artist']);
});
afterAll(() => atelier.stop());

const file = (more: object = {}) =>
  atelier.request('POST', '/api/v1/feedback', {
    as: 'artist',
    body: { type: 'harm', text: 'A warning that must be heard at once.', ...more },
  });

const enrollmentIs = (state: string) =>
  atelier.db.tx((tx) =>
    tx.run('UPDATE enrollment_enrollments SET state = $2 WHERE person_id = $1', [
      atelier.people.artist.id,
      state,
    ]),
  );

describe('feedback that is about no clip', () => {
  test('stays open to an artist who has paused: that stops generating and nothing else', async () => {
    await enrollmentIs('paused');
    expect(await file()).toMatchObject({ status: 201, body: { programId } });
    await enrollmentIs('active');
  });

  test('names its programme when its author is in several', async () => {
    const other = await createProgram(atelier, ['artist']);
    expect(await file()).toMatchObject({ status: 422, body: { code: 'feedback.programme_needed' } });
    expect(await file({ programId: other })).toMatchObject({ status: 201, body: { programId: other } });
  });
});
