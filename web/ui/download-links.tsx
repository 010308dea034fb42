import { Button, Group } from '@mantine/core';

/** One table as a file: for a spreadsheet, and for a program. `href` without its ending. */
export function DownloadLinks({ href, search = '' }: { href: string; search?: string }) {
  return (
    <Group gap="xs">
      {(['csv', 'json'] as const).map((ending) => (
        <Button
          key={ending}
          variant="default"
          renderRoot={(props) => <a {...props} href={`${href}.${ending}${search}`} download />}
        >
          Download {ending.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}
