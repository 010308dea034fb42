import { Button, Group, Kbd } from '@mantine/core';
import type { UseDisclosureReturnValue } from '@mantine/hooks';
import { AsideMenu } from './aside-menu';
import { AssignDialog } from './assign-dialog';
import { HoldDialog, HoldNote } from './hold-dialog';
import type { Detail } from './use-review';

/** What puts a submission aside or into other hands, for who may: hold, assign, skip, conflict. */
export function AsideRow({
  detail,
  isHeld,
  maySteer,
  holding: [isHolding, holding],
  assigning: [isAssigning, assigning],
  onDone,
}: {
  detail: Detail;
  /** One has claimed it, and no verdict is under way. */
  isHeld: boolean;
  maySteer: boolean;
  holding: UseDisclosureReturnValue;
  assigning: UseDisclosureReturnValue;
  onDone: () => void;
}) {
  const held = () => {
    holding.close();
    onDone();
  };
  return (
    <>
      <Group mt="sm">
        {isHeld && (
          <Button variant="light" color="gray" rightSection={<Kbd size="xs">H</Kbd>} onClick={holding.open}>
            Put on hold
          </Button>
        )}
        {maySteer && (
          <Button variant="light" color="gray" rightSection={<Kbd size="xs">E</Kbd>} onClick={assigning.open}>
            Assign
          </Button>
        )}
        {isHeld && <AsideMenu id={detail.id} onDone={onDone} />}
      </Group>
      <HoldDialog detail={detail} opened={isHolding && isHeld} onClose={holding.close} onHeld={held} />
      <AssignDialog detail={detail} opened={isAssigning && maySteer} onClose={assigning.close} />
      <HoldNote detail={detail} />
    </>
  );
}
