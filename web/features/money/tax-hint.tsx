import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { myTaxQuery } from '../../api/tax';

/** What keeps money from being paid for want of a tax form, with the way to it; nothing when nothing does. */
export function TaxHint() {
  const tax = useQuery(myTaxQuery);
  const [block] = tax.data?.blocks ?? [];
  if (block === undefined) return null;
  return (
    <Alert color="yellow" variant="light" title="Money waits for a tax form">
      <Text size="sm">{block.says}</Text>
      <Anchor size="sm" renderRoot={(props) => <Link to="/studio/tax" {...props} />}>
        Go to Tax
      </Anchor>
    </Alert>
  );
}
