import { Alert, List } from '@mantine/core';
import type { Schemas } from '../../api/client';

/** What the renderer cannot grant, before it is paid for and after. */
export function Unhonoured({ items }: { items: readonly Schemas['UnhonouredView'][] }) {
  if (items.length === 0) return null;
  return (
    <Alert color="yellow" title="Not everything you asked for can be granted">
      <List size="sm">
        {items.map(({ field, says }) => (
          <List.Item key={field}>{says}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
