import { OPERATIONS, type Operation } from './operations';

const PATTERNS = OPERATIONS.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  /** A fixed segment is stronger than a parameter. */
  weight: operation.path.split('{').length,
}));

/** The operation that a request met. */
export function operationOf(method: string, address: string): Operation | undefined {
  const [path = ''] = address.split('?');
  return PATTERNS.filter((one) => one.operation.method === method && one.pattern.test(path)).toSorted(
    (a, b) => a.weight - b.weight,
  )[0]?.operation;
}
