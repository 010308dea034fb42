import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether the caller has this already. `*` and weak tags count; lists are read. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
}

/**
 * Sends what everybody may see and keep, but must ask about before each use (`no-cache`): a shared cache answers from
 * memory as long as the thing is there, and not once longer. 304 without a body when the caller has it.
 */
export async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: { readonly body: string; readonly etag: string; readonly type: string },
): Promise<void> {
  void reply.headers({ etag: answer.etag, 'cache-control': 'public, no-cache', vary: 'accept-encoding' });
  if (isKnown(request.headers['if-none-match'], answer.etag)) {
    await reply.status(304).send();
    return;
  }
  await reply.header('content-type', answer.type).send(answer.body);
}
