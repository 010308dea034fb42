/** `83.417` → `1:23.417`: minutes, seconds and milliseconds of a clip. */
export function timecode(seconds: number): string {
  const whole = Math.floor(seconds / 60);
  const rest = (seconds - whole * 60).toFixed(3).padStart(6, '0');
  return `${whole}:${rest}`;
}

/** A point, or a range from one point to another. */
export const timeRange = ({ at, until }: { at: number; until?: number }): string =>
  until === undefined ? timecode(at) : `${timecode(at)} – ${timecode(until)}`;
