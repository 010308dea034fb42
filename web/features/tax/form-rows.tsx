import { Anchor, Table } from '@mantine/core';
import { When } from '../../ui/amounts';
import { StateBadge } from '../../ui/state-badge';
import { KIND_NAMES, type Form } from './use-tax';

export function FormRows({ items, onOpen }: { items: readonly Form[]; onOpen: (id: string) => void }) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table aria-label="Tax forms" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Artist</Table.Th>
            <Table.Th scope="col">Form</Table.Th>
            <Table.Th scope="col">State</Table.Th>
            <Table.Th scope="col">Since</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((form) => (
            <Table.Tr key={form.id}>
              <Table.Td>
                <Anchor component="button" type="button" inherit onClick={() => onOpen(form.id)}>
                  {form.personName}
                </Anchor>
              </Table.Td>
              <Table.Td>{KIND_NAMES[form.kind]}</Table.Td>
              <Table.Td>
                <StateBadge state={form.state} />
              </Table.Td>
              <Table.Td>
                <When at={form.updatedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
