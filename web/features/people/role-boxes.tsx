import { Checkbox, Stack } from '@mantine/core';
import type { Role } from './use-people';

/** Which roles somebody has; few enough to see all of them. */
export function RoleBoxes({
  offered,
  roles,
  onChange,
}: {
  offered: readonly Role[];
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
}) {
  return (
    <Checkbox.Group label="Roles" required value={[...roles]} onChange={(next) => onChange(next)}>
      <Stack gap="xs" mt="xs">
        {offered.map((role) => (
          <Checkbox key={role} value={role} label={role} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
