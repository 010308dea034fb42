import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { Fresh } from '../../../platform/db/fresh';
import { PeopleService } from '../../access';

/** Names of artists for public pages, at most half a minute old: every page asks for the same few. */
@Injectable()
export class ArtistNamesService {
  private readonly names: Fresh<string>;

  constructor(people: PeopleService, db: Database) {
    this.names = new Fresh(db.changes, 'access_names', async (ids) => {
      const cards = await people.cards(ids);
      return new Map([...cards].map(([id, { name }]) => [id, name]));
    });
  }

  async of(personIds: readonly string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    const unknown = new Set<string>();
    for (const id of personIds) {
      const name = this.names.peek(id);
      if (name === undefined) unknown.add(id);
      else names.set(id, name);
    }
    await Promise.all(
      [...unknown].map(async (id) => {
        const name = await this.names.get(id);
        if (name !== null) names.set(id, name);
      }),
    );
    return names;
  }
}
