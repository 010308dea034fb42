import { outboxSuite } from '../support/outbox-suite';
import { startRedis, type TestRedis } from '../../bench/rig/redis';

let redis: TestRedis | undefined;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.stop());

describe('the outbox, with its queues in Redis', () => outboxSuite('redis', () => redis?.url ?? ''));
