/** A place on earth that one key was used from within the last hours. Times in milliseconds. */
export interface Visited {
  readonly latitude: number;
  readonly longitude: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

const EARTH_KM = 6_371;
/** What data about addresses may be wrong by: places that are closer count as one. */
const NEAR_KM = 300;
const MINUTE_IN_HOURS = 1 / 60;
const HOUR_MS = 3_600_000;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the great circle, in kilometres. */
function distance(a: Visited, b: Visited): number {
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const north = Math.sin((to - from) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(north + Math.cos(from) * Math.cos(to) * east)));
}

/**
 * The speed (km/h) somebody would need who was at all of these places themselves; 0 when there is one place. Times are
 * known to the minute, so two places at once count as a minute apart.
 */
export function speedBetween(places: readonly Visited[]): number {
  const speeds = places.flatMap((a, index) =>
    places.slice(index + 1).map((b) => {
      const far = distance(a, b);
      if (far < NEAR_KM) return 0;
      const gap = Math.max(a.firstAt - b.lastAt, b.firstAt - a.lastAt) / HOUR_MS;
      return Math.round(far / Math.max(gap, MINUTE_IN_HOURS));
    }),
  );
  return Math.max(0, ...speeds);
}
