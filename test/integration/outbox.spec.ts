import { outboxSuite } from '../support/outbox-suite';

describe('the outbox, with its queues in Postgres', () => outboxSuite('postgres', () => ''));
