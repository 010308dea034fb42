/** Form members `a[b][0]=c` as nested values. */
export function parse(form: URLSearchParams): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of form) {
    const path = [...name.matchAll(/[^[\]]+/g)].map(([part]) => part);
    let at = root;
    path.forEach((part, index) => {
      if (index === path.length - 1) at[part] = value;
      else {
        at[part] ??= /^\d+$/.test(path[index + 1] ?? '') ? [] : {};
        at = at[part] as Record<string, unknown>;
      }
    });
  }
  return root;
}
