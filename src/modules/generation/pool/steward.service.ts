import { Injectable } from '@nestjs/common';
import { PeopleService } from '../../access';

/** Who looks after workers and files: they are told when one of them needs a person. */
@Injectable()
export class StewardService {
  constructor(private readonly people: PeopleService) {}

  /** Ids of all managers and administrators. */
  async list(): Promise<ReadonlySet<string>> {
    const pages = await Promise.all(
      (['manager', 'admin'] as const).map((role) => this.people.list({ role, limit: 100 })),
    );
    return new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
  }
}
