export { type Fault } from './domain/chain';
