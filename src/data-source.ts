import { migrations } from '../migrations';
import { entities } from './entities';

/** What every connection of Atelier knows of the schema. */
export const schema = { entities, migrations };
