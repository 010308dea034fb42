import { Lanes } from './lanes';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  test('work of one key never overlaps and keeps its order, a failure included', async () => {
    const lanes = new Lanes();
    const said: string[] = [];
    const job =
      (name: string, fails = false) =>
      async (): Promise<string> => {
        said.push(`${name} begins`);
        await soon();
        said.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const answers = await Promise.allSettled([
      lanes.run('a', job('1')),
      lanes.run('a', job('2', true)),
      lanes.run('a', job('3')),
    ]);
    expect(said).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('different keys do not wait for each other, and nothing is left behind', async () => {
    const lanes = new Lanes();
    let open = (): void => undefined;
    const held = lanes.run('slow', () => new Promise<void>((resolve) => (open = resolve)));
    expect(await lanes.run('quick', () => Promise.resolve('done'))).toBe('done');
    await soon();
    open();
    await held;
    expect(lanes.size).toBe(0);
  });
});
