/** A fact of the past that other modules may react to. Declared in the contract of the module where it happens. */
export interface EventKind<P> {
  /** `<module>.<past_tense>`, e.g. `approval.submission_moved`. */
  readonly name: string;
  /** Carries the payload's type; never present at run time. */
  readonly payload?: P;
}

/** One occurrence: ids and plain JSON values, never entities. */
export interface DomainEvent<P> {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly payload: P;
}

export function eventKind<P extends object>(name: string): EventKind<P> {
  return { name };
}
