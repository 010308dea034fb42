import type { Actor, Role } from './actor';
import { refusal, type Refusal, type RefusalTable } from './refusal';

/** One verb of a lifecycle: where it may start, where it ends, who may do it, and why not. */
export interface Move<S extends string, F> {
  readonly from: readonly S[];
  readonly to: S;
  readonly by: readonly Role[];
  /** A refusal code of the module when the facts forbid the move, else `null`. Pure. */
  readonly unless?: (facts: F) => string | null;
}

/** A lifecycle as one table of verbs. `facts` are plain values that the service gathered beforehand. */
export interface Workflow<S extends string, V extends string, F> {
  readonly name: string;
  readonly states: readonly S[];
  readonly initial: S;
  readonly moves: Readonly<Record<V, Move<S, F>>>;
  /** Table and column that hold the state; a test compares the column's CHECK with `states`. */
  readonly table: string;
}

/** A workflow whose facts nobody can supply: enough to read its table. */
type AnyWorkflow = Workflow<string, string, never>;

const register = new Map<string, AnyWorkflow>();

/** Declares a workflow: `workflow<Facts>()({ … })`. A typo in a state does not compile. Names are unique. */
export function workflow<F>() {
  return <const S extends string, V extends string>(table: {
    name: string;
    table: string;
    states: readonly S[];
    initial: NoInfer<S>;
    moves: Record<V, Move<NoInfer<S>, F>>;
  }): Workflow<S, V, F> => {
    if (register.has(table.name)) throw new Error(`workflow ${table.name} is declared twice`);
    register.set(table.name, table);
    return table;
  };
}

/** All declared workflows, for the generated diagrams and the test that compares them with the database. */
export function workflows(): readonly AnyWorkflow[] {
  return [...register.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

export type Decision<S extends string> =
  | { readonly kind: 'move'; readonly to: S }
  /** The thing is already where the verb leads: success without a second event. */
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly code: string };

/**
 * Whether `actor` may take `verb` from `state`. Order matters: who, then already there, then where, then why not;
 * a stranger learns nothing of the state.
 */
export function decide<S extends string, V extends string, F>(
  flow: Workflow<S, V, F>,
  state: S,
  verb: V,
  actor: Pick<Actor, 'roles'>,
  facts: F,
): Decision<S> {
  const move = flow.moves[verb];
  if (!move.by.some((role) => actor.roles.includes(role))) return { kind: 'refused', code: 'not_allowed' };
  if (state === move.to && !move.from.includes(state)) return { kind: 'already' };
  if (!move.from.includes(state)) return { kind: 'refused', code: 'wrong_state' };
  const code = move.unless?.(facts) ?? null;
  return code === null ? { kind: 'move', to: move.to } : { kind: 'refused', code };
}

/** The verbs that `actor` may take now: the portal draws its buttons from this. */
export function available<S extends string, V extends string, F>(
  flow: Workflow<S, V, F>,
  state: S,
  actor: Pick<Actor, 'roles'>,
  facts: F,
): V[] {
  return (Object.keys(flow.moves) as V[]).filter(
    (verb) => decide(flow, state, verb, actor, facts).kind === 'move',
  );
}

/** The refusal for a decision's code. An unknown code is a bug in the table and thrown as one. */
export function refusedMove(
  table: RefusalTable,
  code: string,
  flow: { name: string },
  state: string,
  verb: string,
): Refusal {
  if (!Object.hasOwn(table.rows, code))
    throw new Error(`workflow ${flow.name} refuses with an undeclared code ${code}`);
  return refusal(table, code, { workflow: flow.name, state, verb });
}
