import type { Wish } from '../../domain/provider';
import { mentions, type Field, type Template } from './template';

const PLACES: readonly (readonly [Wish, Field])[] = [
  ['seed', 'seed'],
  ['negativePrompt', 'negativePrompt'],
  ['reference', 'reference'],
  ['fps', 'fps'],
];

/** The wishes a vendor is told of by a template: what it has no place for cannot be honoured. */
export function wishesOf(template: Template): Wish[] {
  return PLACES.filter(([, field]) => mentions(template, field)).map(([wish]) => wish);
}
