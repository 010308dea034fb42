const WORDS_A = [
  'Amber',
  'Autumn',
  'Calm',
  'Cobalt',
  'Copper',
  'Coral',
  'Early',
  'Golden',
  'Grey',
  'Indigo',
  'Ivory',
  'Late',
  'Linen',
  'Lunar',
  'Marble',
  'Misty',
  'North',
  'Olive',
  'Opal',
  'Pale',
  'Quiet',
  'Russet',
  'Sable',
  'Silver',
  'Slate',
  'South',
  'Spring',
  'Still',
  'Umber',
  'Velvet',
  'Violet',
  'Winter',
] as const;
const WORDS_B = [
  'Aspen',
  'Badger',
  'Birch',
  'Cedar',
  'Comet',
  'Curlew',
  'Delta',
  'Ember',
  'Falcon',
  'Fern',
  'Finch',
  'Fjord',
  'Harbour',
  'Heron',
  'Juniper',
  'Lantern',
  'Lark',
  'Lichen',
  'Marten',
  'Meadow',
  'Orchard',
  'Osprey',
  'Otter',
  'Plover',
  'Prairie',
  'Quarry',
  'Raven',
  'Reed',
  'Sparrow',
  'Thicket',
  'Tundra',
  'Willow',
] as const;

const pick = (words: readonly string[], number: number): string =>
  words[Math.floor(number * words.length)] ?? '';

/**
 * A name that says nothing about who bears it: two words and three digits out of a million. `numbers` are random, below 1;
 * drawn once for a person and programme and kept, so that a conversation has one voice.
 */
export function pseudonym(numbers: readonly [number, number, number]): string {
  const digits = String(Math.floor(numbers[2] * 1_000)).padStart(3, '0');
  return `${pick(WORDS_A, numbers[0])} ${pick(WORDS_B, numbers[1])} ${digits}`;
}
