const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const figure = (value: number): string => whole.format(value);

/** Seconds, or minutes where that reads better. */
export const minutes = (seconds: number): string =>
  seconds < 90 ? `${figure(seconds)} s` : `${figure(seconds / 60)} min`;
