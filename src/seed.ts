import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SYSTEM, type Role } from './kernel/actor';
import { CodeAppService, PeopleService } from './modules/access';
import { isLoopback } from './platform/config/plain-http';
import type { Settings } from './platform/config/settings';
import { Database } from './platform/db/database';

/** Known to everybody who reads this: `seedStaff` refuses to use it where strangers could reach the portal. */
export const DEMO_PASSWORD = 'first light on the ridge';

/** As public as the password. Staff work with a second factor, the seeded ones too: this is what their code app holds. */
export const DEMO_CODE_SECRET = 'ATELIERDEMOONLYATELIERDEMOONLYAA';

const STAFF: readonly { name: string; email: string; roles: readonly Role[] }[] = [
  { name: 'Ada Marsh', email: 'admin@atelier.example', roles: ['admin'] },
  { name: 'Mina Okafor', email: 'manager@atelier.example', roles: ['manager'] },
  { name: 'Rui Tavares', email: 'reviewer@atelier.example', roles: ['reviewer'] },
  { name: 'Noor Haddad', email: 'reviewer2@atelier.example', roles: ['reviewer'] },
  { name: 'Finn Lund', email: 'finance@atelier.example', roles: ['finance'] },
  { name: 'Greta Sand', email: 'finance2@atelier.example', roles: ['finance'] },
];

/** Fills an empty database with one person of every staff role. Does nothing when there is anybody already. */
export async function seedStaff(app: NestFastifyApplication, settings: Settings): Promise<void> {
  if (!isLoopback(settings.host)) {
    throw new Error(
      `ATELIER_SEED=staff uses a public password and works on a loopback address only; HOST is ${settings.host}.`,
    );
  }
  const people = app.get(PeopleService);
  const codeApps = app.get(CodeAppService);
  const { items } = await people.list({ limit: 1 });
  if (items.length > 0) return;
  await app.get(Database).tx(async (tx) => {
    for (const draft of STAFF) {
      const { id } = await people.create(tx, { ...draft, password: DEMO_PASSWORD }, SYSTEM);
      await codeApps.adopt(tx, id, DEMO_CODE_SECRET);
    }
  });
}
