import { firstMeaning, wordsOf } from './prompt';
import { readPrompt } from './plan';
import { CAMERA_WORDS } from './vocabulary';

function scene(prompt: string): string | null {
  return readPrompt(prompt, null).scene;
}

describe('reading a prompt', () => {
  it('takes the scene from the first word that names one', () => {
    expect(scene('Misty mountains at dawn')).toBe('mountain');
    expect(scene('a lonely boat')).toBe('ocean');
    expect(scene('sand dunes below the stars')).toBe('dunes');
    expect(scene('Tokyo, by rain')).toBe('city');
    expect(scene('two galaxies collide')).toBe('cosmos');
    expect(scene('wolves in the woods')).toBe('forest');
    expect(scene('abstract liquid silk')).toBe('flow');
  });

  it('matches whole words only, so start, stare and season name no scene', () => {
    expect(scene('start to stare this season, understanding ashore')).toBeNull();
    expect(scene('spaceous treehouse cityish')).toBeNull();
  });

  it('does not take fireflies for fire', () => {
    expect(readPrompt('fireflies over a meadow', null).particles).toBe('firefly');
    expect(readPrompt('a camp fire', null).particles).toBe('ember');
    expect(readPrompt('fireworks and firemen', null).particles).toBeNull();
  });

  it('does not take the golden hour for the colour gold', () => {
    expect(readPrompt('golden hour by the sea', null)).toMatchObject({ time: 'dusk', hue: null });
    expect(readPrompt('blue hour by the sea', null)).toMatchObject({ time: 'dusk', hue: null });
    expect(readPrompt('a golden desert', null).hue).toBe(88);
  });

  it('lets a named hour win over the hour that weather hints at', () => {
    expect(readPrompt('rain on a neon street', null)).toMatchObject({ time: 'night', particles: 'rain' });
    expect(readPrompt('rain on a street', null)).toMatchObject({ time: 'storm', particles: 'rain' });
  });

  it('leaves out what is negated, in the prompt or in the negative prompt', () => {
    expect(readPrompt('a street without any rain', null).particles).toBeNull();
    expect(readPrompt('a hill, no rain or snow', null).particles).toBeNull();
    expect(readPrompt('a hill in the snow', 'snow, people').particles).toBeNull();
    expect(wordsOf('no rain but snow')).toEqual(['but', 'snow']);
  });

  it('understands plurals, possessives and phrases of several words', () => {
    expect(scene("the city's heart")).toBe('city');
    expect(scene('beaches')).toBe('ocean');
    expect(firstMeaning(wordsOf('slow pan left over'), CAMERA_WORDS)).toBe('left');
    expect(firstMeaning(wordsOf('push in'), CAMERA_WORDS)).toBe('in');
  });

  it('leaves everything open for a prompt in a script it cannot read', () => {
    expect(readPrompt('夜の東京', null)).toEqual({
      scene: null,
      time: null,
      hue: null,
      particles: null,
      camera: null,
    });
  });
});
