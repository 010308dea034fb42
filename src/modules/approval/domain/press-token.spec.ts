import { newId } from '../../../kernel/id';
import { linkOfToken, pressToken } from './press-token';

describe('the address of a link for the press', () => {
  const key = Buffer.alloc(32, 7);
  const id = newId('prl');

  test('leads to its link', () => expect(linkOfToken(key, pressToken(key, id))).toBe(id));

  test('cannot be made for another link, with another key, or by halves', () => {
    const token = pressToken(key, id);
    const other = newId('prl');
    for (const wrong of [
      '',
      id,
      `${id}.`,
      `${other}.${token.split('.')[1]}`,
      `${token}x`,
      `${token}.x`,
      pressToken(Buffer.alloc(32, 8), id),
    ])
      expect(linkOfToken(key, wrong)).toBeNull();
  });
});
