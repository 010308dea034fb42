// Codes of an authenticator app, for the demo's staff: what a phone would show.
import { generateSync } from 'otplib';

/** As public as the demo's password; a seeded Atelier listens on this machine only. */
export const DEMO_CODE_SECRET = 'ATELIERDEMOONLYATELIERDEMOONLYAA';

const STEP_SECONDS = 30;
/** The last step a code was taken from, by whom: the server takes each code once and each step only upwards. */
const used = new Map();

const stepNow = () => Math.floor(Date.now() / 1000 / STEP_SECONDS);

const codeOf = (secret, step) => generateSync({ secret, epoch: step * STEP_SECONDS });

/** The code that the app shows now. */
export const codeNow = (secret = DEMO_CODE_SECRET) => codeOf(secret, stepNow());

/**
 * A code for `email` that was not used before: of this step or, early, of the next. When both were used it waits. Never
 * of the last step, which would be too old when a busy machine gets to it.
 */
export async function freshCode(email, secret = DEMO_CODE_SECRET) {
  const step = Math.max((used.get(email) ?? 0) + 1, stepNow());
  used.set(email, step);
  const early = (step - 1) * STEP_SECONDS * 1000 - Date.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  return codeOf(secret, step);
}
