export { BUCKETS, type Bucket } from './domain/ageing';
export { SMALLEST_CELL } from './domain/suppression';
