/**
 * What words of a prompt mean to the renderer. Entries are whole words or phrases in lower case and in the singular:
 * matching is by word, never by substring, so `start` is no star and `fireflies` are no fire.
 */

export const SCENES = ['mountain', 'ocean', 'dunes', 'forest', 'city', 'cosmos', 'flow'] as const;
export type SceneName = (typeof SCENES)[number];

export const TIMES = ['dawn', 'day', 'dusk', 'night', 'storm'] as const;
export type TimeName = (typeof TIMES)[number];

export const PARTICLES = ['snow', 'rain', 'ember', 'firefly', 'dust'] as const;
export type ParticleName = (typeof PARTICLES)[number];

export const CAMERAS = ['left', 'right', 'in', 'out', 'still'] as const;
export type CameraName = (typeof CAMERAS)[number];

export type Vocabulary<Meaning> = ReadonlyMap<string, Meaning>;

function vocabulary<Meaning extends string | number>(
  table: readonly (readonly [Meaning, string])[],
): Vocabulary<Meaning> {
  const entries = table.flatMap(([meaning, words]) =>
    words.split(',').map((word) => [word.trim(), meaning] as const),
  );
  return new Map(entries);
}

export const SCENE_WORDS = vocabulary<SceneName>([
  [
    'cosmos',
    'space, outer space, galaxy, nebula, star, cosmos, cosmic, planet, orbit, universe, astronaut, milky way',
  ],
  ['cosmos', 'spaceship, comet, supernova, deep space, asteroid, interstellar'],
  [
    'city',
    'city, cityscape, skyline, street, tokyo, skyscraper, urban, downtown, cyberpunk, building, metropolis',
  ],
  ['city', 'new york, manhattan, hong kong, tower, rooftop, alley, town, london, paris, shanghai, office'],
  [
    'ocean',
    'ocean, sea, beach, lake, water, island, coast, coastline, boat, ship, whale, river, shore, wave, harbour',
  ],
  [
    'ocean',
    'harbor, bay, sail, sailboat, lagoon, dolphin, surf, surfer, underwater, lighthouse, fjord, pond',
  ],
  ['dunes', 'desert, dune, sand, sahara, camel, oasis, wasteland, mars, gobi'],
  [
    'forest',
    'forest, tree, wood, woodland, jungle, pine, garden, grove, meadow, fox, deer, wolf, bear, rainforest',
  ],
  [
    'mountain',
    'mountain, peak, alp, hill, valley, canyon, cliff, landscape, summit, ridge, glacier, himalaya',
  ],
  ['mountain', 'volcano, highland, everest, fuji, eagle, balloon, hot air balloon, countryside'],
  [
    'flow',
    'abstract, ink, smoke, liquid, silk, dream, memory, music, flow, paint, marble, fluid, swirl, emotion',
  ],
]);

export const TIME_WORDS = vocabulary<TimeName>([
  [
    'night',
    'night, midnight, moon, moonlight, moonlit, dark, darkness, neon, nighttime, starry, nocturnal, aurora',
  ],
  ['dawn', 'dawn, sunrise, morning, daybreak, first light'],
  ['dusk', 'sunset, dusk, golden hour, magic hour, blue hour, evening, twilight, sundown'],
  ['storm', 'storm, stormy, overcast, thunder, thunderstorm, gloomy, tempest'],
  ['day', 'day, daytime, noon, midday, sunny, blue sky, bright, daylight, afternoon, summer'],
]);

/** Weather hints at the light only when no word names it. */
export const WEATHER_WORDS = vocabulary<TimeName>([
  ['storm', 'rain, rainy, drizzle, grey, gray, fog, foggy, blizzard'],
  ['dawn', 'mist, misty, haze, hazy'],
]);

export const PARTICLE_WORDS = vocabulary<ParticleName>([
  ['snow', 'snow, snowy, snowfall, snowflake, winter, blizzard'],
  ['rain', 'rain, rainy, storm, stormy, drizzle, thunderstorm, downpour, monsoon'],
  ['firefly', 'firefly, magic, magical, fairy, lantern, glowworm, enchanted'],
  ['ember', 'fire, ember, lava, volcano, spark, flame, bonfire, campfire, burning, volcanic'],
  ['dust', 'dust, dusty, sandstorm, pollen'],
]);

/** Degrees on the OKLCH wheel. */
export const HUE_WORDS = vocabulary<number>([
  [25, 'red, crimson, scarlet, ruby'],
  [55, 'orange, amber, copper, rust'],
  [88, 'gold, golden, yellow'],
  [145, 'green, emerald, jade'],
  [195, 'teal, turquoise, cyan'],
  [255, 'blue, azure, sapphire, cobalt'],
  [300, 'purple, violet, lavender, lilac'],
  [350, 'pink, magenta'],
]);

export const CAMERA_WORDS = vocabulary<CameraName>([
  ['in', 'zoom, zoom in, push in, dolly, dolly in, toward, towards, approaching, close up'],
  ['out', 'zoom out, pull back, pull out, dolly out, reveal'],
  ['still', 'static, locked, locked off, still, tripod'],
  ['left', 'pan left, panning left, leftward'],
  [
    'right',
    'pan, panning, pan right, panning right, tracking, drone, flyover, flying, aerial, chase, travelling',
  ],
]);
