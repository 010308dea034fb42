import { Client } from 'pg';
import { workflows } from '../../src/kernel/workflow';
import { createTestDatabase } from '../support/database';
import { filesBelow, ROOT } from './sources';
import path from 'node:path';

for (const file of filesBelow('src/modules', '.workflow.ts')) require(path.join(ROOT, file));

describe('workflows', () => {
  test('every state is reachable from the first, and every move starts and ends in a state of the table', () => {
    for (const flow of workflows()) {
      const moves = Object.values(flow.moves);
      const reached = new Set<string>([flow.initial]);
      for (let size = 0; size !== reached.size;) {
        size = reached.size;
        for (const move of moves) if (move.from.some((state) => reached.has(state))) reached.add(move.to);
      }
      expect({ flow: flow.name, reached: [...reached].toSorted() }).toEqual({
        flow: flow.name,
        reached: flow.states.toSorted(),
      });
    }
  });

  test('the CHECK of the state column lists the same states as the table', async () => {
    const database = await createTestDatabase('architecture_workflows');
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      for (const flow of workflows()) {
        const { rows } = await client.query<{ def: string }>(
          `SELECT pg_get_constraintdef(c.oid) AS def FROM pg_constraint c
           WHERE c.conrelid = to_regclass($1) AND c.contype = 'c' AND pg_get_constraintdef(c.oid) ~ '\\mstate\\M'`,
          [flow.table],
        );
        const lists = rows.map((row) =>
          [...row.def.matchAll(/'([a-z_]+)'::text/g)].map((match) => match[1]).toSorted(),
        );
        expect({ flow: flow.name, lists }).toEqual({
          flow: flow.name,
          lists: expect.arrayContaining([flow.states.toSorted()]),
        });
      }
    } finally {
      await client.end();
      await database.drop();
    }
  });
});
