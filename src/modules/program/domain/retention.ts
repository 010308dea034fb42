/** Days that a clip goes through. Whatever it is needed for, keepers first of all, never goes by them. */
export interface RetentionDays {
  /** From its finish until a final that is no keeper goes into the bin. */
  readonly finalDays: number;
  /** The same for a draft. */
  readonly draftDays: number;
  /** From the notice to its artist until it goes into the bin. */
  readonly warningDays: number;
  /** In the bin, out of which its artist takes it back. */
  readonly binDays: number;
}

/** What holds where a programme has published nothing. */
export const RETENTION_DEFAULTS: RetentionDays = {
  finalDays: 90,
  draftDays: 90,
  warningDays: 14,
  binDays: 30,
};

/** What no programme goes below: time to read a notice, time to change one's mind. */
export const RETENTION_LEAST: RetentionDays = { finalDays: 30, draftDays: 14, warningDays: 14, binDays: 30 };
