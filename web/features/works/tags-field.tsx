import { TagsInput } from '@mantine/core';

/** A word as a tag: letters and digits of any script, parted by hyphens. */
const tagOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 30)
    .replaceAll(/^-+|-+$/g, '');

export function TagsField({
  tags,
  onChange,
}: {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}) {
  return (
    <TagsInput
      label="Tags"
      description="Up to eight words to find it by."
      maxTags={8}
      value={[...tags]}
      onChange={(texts) => onChange([...new Set(texts.map(tagOf).filter((tag) => tag !== ''))])}
    />
  );
}
