import fc from 'fast-check';
import { adviceOf, afterAnswer, afterFault, TRIP_AFTER, type Circuit } from './circuit';
import { circuitWorkflow } from './circuit.workflow';
import { FAILURE_CODES } from './provider';

const WELL: Circuit = { state: 'closed', failures: 0, trips: 0 };

describe('the circuit of a provider', () => {
  test('opens after five failures in a row, and rests twice as long each time', () => {
    let circuit: Circuit = WELL;
    for (let turn = 1; turn < TRIP_AFTER; turn += 1) {
      const next = afterFault(circuit, 'TRANSIENT', null);
      expect(next.verb).toBeNull();
      circuit = { ...circuit, failures: next.failures };
    }
    expect(afterFault(circuit, 'TIMEOUT', null)).toMatchObject({ verb: 'trip', restSeconds: 30, trips: 1 });
    expect(afterFault({ state: 'probing', failures: 5, trips: 1 }, 'TRANSIENT', null)).toMatchObject({
      verb: 'trip',
      restSeconds: 60,
    });
  });

  test('closes again when a probe is answered, were it with a refusal', () => {
    expect(afterFault({ state: 'probing', failures: 5, trips: 2 }, 'CONTENT_POLICY', null)).toMatchObject({
      verb: 'close',
      failures: 0,
      trips: 0,
    });
    expect(afterAnswer({ state: 'probing', failures: 5, trips: 2 }).verb).toBe('close');
  });

  test('a used up account or a dead key pauses it at once, and says what to do', () => {
    expect(afterFault(WELL, 'QUOTA', null).verb).toBe('pause');
    expect(afterFault(WELL, 'AUTH', null).verb).toBe('pause');
    expect(adviceOf('paused', 'QUOTA')).toContain('Add credit');
    expect(adviceOf('paused', 'AUTH')).toContain('key');
  });

  test('too many requests hold it for as long as it asks, and are no failure', () => {
    expect(afterFault(WELL, 'RATE_LIMITED', 12.2)).toEqual({
      verb: null,
      failures: 0,
      trips: 0,
      restSeconds: null,
      holdSeconds: 13,
    });
  });

  test('whatever happens, a verb it asks for is one of the table from where it is', () => {
    const circuits = fc.record({
      state: fc.constantFrom(...circuitWorkflow.states),
      failures: fc.nat(20),
      trips: fc.nat(12),
    });
    fc.assert(
      fc.property(
        circuits,
        fc.constantFrom(...FAILURE_CODES),
        fc.option(fc.nat(900)),
        (circuit, code, after) => {
          const { verb, restSeconds } = afterFault(circuit, code, after);
          if (verb !== null) expect(circuitWorkflow.moves[verb].from).toContain(circuit.state);
          expect(verb === 'trip').toBe(restSeconds !== null);
          expect(restSeconds ?? 0).toBeLessThanOrEqual(900);
        },
      ),
    );
  });
});
