import { Dialogue } from '../../ui/dialogue';
import { useWrite, type Hearing } from './use-redress';

/** What both sides of one appeal say. */
export function HearingDialogue({ hearing, asStaff }: { hearing: Hearing; asStaff: boolean }) {
  const write = useWrite(hearing.id);
  return <Dialogue messages={hearing.messages} canWrite={hearing.canWrite} asStaff={asStaff} write={write} />;
}
