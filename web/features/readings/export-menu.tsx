import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useExport, type Filters, type Reading } from './use-readings';

const FORMATS = [
  ['csv', 'CSV, streamed, with control totals'],
  ['xlsx', 'XLSX, up to 50,000 rows'],
  ['json', 'JSON'],
] as const;
const JOURNALS = [
  ['hledger', 'Whole ledger for hledger'],
  ['beancount', 'Whole ledger for beancount'],
] as const;

/** Files of everything that fits, written in the background; the page of the file shows how far it is. */
export function ExportMenu({ reading, filters }: { reading: Reading; filters: Filters }) {
  const navigate = useNavigate();
  const make = useExport(
    ({ id }) => void navigate({ to: '/finance/exports/$exportId', params: { exportId: id } }),
  );
  type Body = Parameters<typeof make.mutate>[0];
  const ask = (body: Body) =>
    make.mutate(body, { onError: ({ message }) => notifications.show({ color: 'red', message }) });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          loading={make.isPending}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Everything that fits the filters</Menu.Label>
        {FORMATS.map(([format, label]) => (
          <Menu.Item
            key={format}
            onClick={() => ask({ reading: reading.key as Body['reading'], format, header: 'human', filters })}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {JOURNALS.map(([format, label]) => (
          <Menu.Item key={format} onClick={() => ask({ reading: 'journal', format })}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
