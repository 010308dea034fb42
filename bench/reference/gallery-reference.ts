import Fastify from 'fastify';
import { Pool } from 'pg';

const COLUMNS = `w.id, w.slug, w.title, w.description, w.labels, w.tags, w.audience, w.licence, w.made_with AS "madeWith",
  w.width, w.height, w.fps, w.seconds, w.published_at AS "publishedAt", p.name AS credit`;
const FROM = 'FROM approval_works w JOIN access_people p ON p.id = w.person_id';
const LIST = `SELECT ${COLUMNS} ${FROM}
  WHERE w.is_listed AND NOT w.is_taken_down AND w.audience = 'wide' AND w.id < $1 ORDER BY w.id DESC LIMIT $2`;
const PAGE = `SELECT ${COLUMNS} ${FROM} WHERE w.slug = $1 AND w.is_listed AND NOT w.is_taken_down`;

/** The same list and page, as short as they can be written: Fastify, pg, one prepared statement each. */
export async function startGalleryReference(url: string): Promise<{ port: number; close(): Promise<void> }> {
  const pool = new Pool({ connectionString: url, max: 10 });
  const server = Fastify();
  server.get<{ Querystring: { cursor: string; limit: string } }>('/api/v1/works', async ({ query }) => {
    const [after] = JSON.parse(Buffer.from(query.cursor, 'base64url').toString()) as [string];
    const limit = Number(query.limit);
    const { rows } = await pool.query<{ id: string }>({
      name: 'list',
      text: LIST,
      values: [after, limit + 1],
    });
    const items = rows.slice(0, limit);
    const next =
      rows.length > limit ? Buffer.from(JSON.stringify([items.at(-1)?.id])).toString('base64url') : null;
    return { items, next };
  });
  server.get<{ Params: { slug: string } }>('/api/v1/works/:slug', async ({ params }, reply) => {
    const { rows } = await pool.query({ name: 'page', text: PAGE, values: [params.slug] });
    return rows[0] ?? reply.status(404).send();
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    close: async () => {
      await server.close();
      await pool.end();
    },
  };
}
