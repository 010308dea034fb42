import { Platform1764000000001 } from './1764000000001-platform';

/** Every migration, oldest first. An explicit list: it works the same in Jest, in dist and in the container. */
export const migrations = [Platform1764000000001];
