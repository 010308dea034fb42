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
    const unique = [...new Set(personIds)];
    const found = await Promise.all(unique.map(async (id) => [id, await this.names.get(id)] as const));
    return new Map(found.flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])));
  }
}
