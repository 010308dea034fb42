/** What a renderer is called by: its model, its key, or both where several offer one model. */
export const namesOf = ({
  key,
  model,
}: {
  readonly key: string;
  readonly model: string;
}): readonly string[] => [model, key, `${key}/${model}`];
