import type { CastName, TestApp } from './app';

/** Applied, reviewed, invited, terms accepted, credits granted: the id of the enrollment. */
export async function enrollArtist(
  app: TestApp,
  programId: string,
  as: CastName = 'artist',
): Promise<string> {
  const ask = async <T>(method: string, path: string, who: CastName, body?: object): Promise<T> => {
    const answer = await app.request<T>(method, `/api/v1${path}`, {
      as: who,
      ...(body === undefined ? {} : { body }),
    });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const application = await ask<{ id: string }>('POST', `/programs/${programId}/applications`, as, {
    statement: 'I would try long takes.',
    portfolio: ['https://example.org/reel'],
  });
  await ask('POST', `/applications/${application.id}/startReview`, 'manager', {});
  const { enrollmentId } = await ask<{ enrollmentId: string }>(
    'POST',
    `/applications/${application.id}/invite`,
    'manager',
    {},
  );
  const { terms } = await ask<{ terms: { id: string; hash: string } }>(
    'GET',
    `/enrollments/${enrollmentId}/terms`,
    as,
  );
  await ask('POST', `/enrollments/${enrollmentId}/consent`, as, { termsId: terms.id, hash: terms.hash });
  await app.settle();
  return enrollmentId;
}
