import { Alert, Box, Grid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDisclosure } from '@mantine/hooks';
import { useRef } from 'react';
import { useSession } from '../../api/session';
import { submissionQuery } from '../../api/submissions';
import type { ClipControls } from '../../ui/clip-controls';
import { ProblemNote } from '../../ui/problem-note';
import { QueryView } from '../../ui/query-view';
import { AsideRow } from './aside-row';
import { ClipPane } from './clip-pane';
import { FactsPane } from './facts-pane';
import { NoteForm } from './note-form';
import { ReasonsForm } from './reasons-form';
import { BUTTONS, NOTES } from './step-words';
import { useCompare } from './use-compare';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';
import { useOnClip } from './use-on-clip';
import type { Detail } from './use-review';
import { useWork, type OnStaged } from './use-work';
import { useWorkActs } from './use-work-acts';

const WAITING: readonly string[] = ['submitted', 'in_review', 'escalated'];

function Work({ detail, desk, onStaged, onDecided }: WorkProps & { detail: Detail }) {
  const player = useRef<ClipControls>(null);
  const { panel, setPanel, step, has, mustClaim, needsTwo, begin } = useWork(detail, onStaged, onDecided);
  const onClip = useOnClip(player, detail.clip.seconds);
  const compare = useCompare(detail, player);
  const isCompared = compare.mode === 'beside';
  const holding = useDisclosure();
  const assigning = useDisclosure();
  const isSteering = useSession()?.permissions.includes('submission.steer') === true;
  const maySteer = isSteering && detail.staged === null && WAITING.includes(detail.state);
  const isHeld = detail.claim?.isMine === true && detail.staged === null;
  useKeys(
    {
      space: () => player.current?.toggle(),
      arrowleft: ({ shiftKey }) => player.current?.step(shiftKey ? -10 : -1),
      arrowright: ({ shiftKey }) => player.current?.step(shiftKey ? 10 : 1),
      // while a form is open its numbers are clauses, and no slip of a finger is a verdict
      ...(panel === 'facts' && {
        c: () => begin('claim'),
        '1': () => begin('approve'),
        '2': () => begin('requestChanges'),
        '3': () => begin(has('takeDown') ? 'takeDown' : 'decline'),
        '4': () => begin('escalate'),
      }),
      m: () => document.getElementById('review-note')?.focus(),
      l: () => player.current?.shuttle(1),
      p: () => player.current?.focus(),
      i: onClip.setIn,
      o: onClip.setOut,
      '\\': onClip.toggleLoop,
      ...(isHeld && { d: onClip.draw, h: holding[1].open }),
      ...(maySteer && { e: assigning[1].open }),
      ...(detail.others.length > 0 && {
        v: ({ shiftKey }: KeyboardEvent) => compare.toggle(shiftKey ? 'over' : 'beside'),
      }),
      escape: () => {
        setPanel('facts');
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      },
    },
    desk.keys,
  );
  const buttons = BUTTONS.filter(({ verb }) => has(verb)).map((button) => ({
    ...button,
    // beside an open form the numbers are clauses
    ...(panel === 'facts' ? {} : { key: '' }),
    // Who has it already may claim it again: the time begins anew.
    ...(button.verb === 'claim' && detail.claim?.isMine === true
      ? { label: 'Keep it longer', isMain: false, color: 'gray' }
      : {}),
    onClick: () => begin(button.verb),
  }));
  useWorkActs({
    buttons,
    onClip,
    compare,
    hold: isHeld ? holding[1].open : undefined,
    assign: maySteer ? assigning[1].open : undefined,
  });
  const form = { isBusy: step.isPending, error: step.error, onBack: () => setPanel('facts') };
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: isCompared ? 12 : 7 }}>
        <Box pos={isCompared ? undefined : { md: 'sticky' }} top={{ md: 72 }}>
          {step.isError && panel === 'facts' && (
            <Box mb="sm">
              <ProblemNote error={step.error} />
            </Box>
          )}
          <ClipPane
            detail={detail}
            player={player}
            desk={desk}
            onClip={onClip}
            compare={compare}
            buttons={buttons}
          />
          <AsideRow
            detail={detail}
            isHeld={isHeld}
            maySteer={maySteer}
            holding={holding}
            assigning={assigning}
            onDone={onDecided}
          />
          {needsTwo && (
            <Alert mt="sm" color="yellow" variant="light" title="A no needs a second person here">
              This is a high-stakes item: press 3 to write your reasons; somebody else reads them and decides.
            </Alert>
          )}
          {detail.proposal !== null && (
            <Alert mt="sm" color="yellow" variant="light" title="Somebody said no before you">
              {detail.proposal.note}
            </Alert>
          )}
        </Box>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: isCompared ? 12 : 5 }}>
        {panel === 'facts' && <FactsPane detail={detail} player={player} onClip={onClip} />}
        {(panel === 'requestChanges' || panel === 'escalate') && (
          <NoteForm
            key={panel}
            {...NOTES[panel]}
            {...form}
            onSend={(note) => step.mutate({ verb: panel, body: { note }, claimFirst: mustClaim(panel) })}
          />
        )}
        {(panel === 'decline' || panel === 'takeDown') && (
          <ReasonsForm
            detail={detail}
            player={player}
            range={onClip.range}
            title={panel === 'decline' ? 'Decline' : 'Take down'}
            confirm={panel === 'decline' ? 'Decline with these reasons' : 'Take down with these reasons'}
            {...form}
            onSend={(statement) =>
              step.mutate({ verb: panel, body: { statement }, claimFirst: mustClaim(panel) })
            }
          />
        )}
        {panel === 'firstNo' && (
          <ReasonsForm
            detail={detail}
            player={player}
            range={onClip.range}
            title="A first no"
            confirm="Pass it on with these reasons"
            {...form}
            onSend={(statement) =>
              step.mutate({
                verb: 'escalate',
                body: { statement, note: `I would decline: ${statement.facts}` },
              })
            }
          />
        )}
      </Grid.Col>
    </Grid>
  );
}

interface WorkProps {
  desk: Desk;
  /** A verdict waits before it leaves: there is a way back until then. */
  onStaged: OnStaged;
  onDecided: () => void;
}

/** The middle and the right pane: one submission. */
export function Workplace({ id, ...props }: WorkProps & { id: string }) {
  return (
    <QueryView query={useQuery(submissionQuery(id))}>
      {(detail) => <Work detail={detail} {...props} />}
    </QueryView>
  );
}
