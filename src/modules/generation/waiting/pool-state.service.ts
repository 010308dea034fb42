import { Injectable } from '@nestjs/common';
import { later, SECOND, systemClock } from '../../../kernel/clock';
import { firstIdAt } from '../../../kernel/id';
import { isUnderWay } from '../domain/generation.workflow';
import { expectedOf, type Expected } from '../domain/pace';
import type { Example, FlowState, PoolState, RunningClip, WaitingClip } from '../domain/play';
import { WINDOW_SECONDS } from '../domain/wait';
import { FlowRepository, type PoolRow } from '../pool/flow.repository';
import { ProgramCapService } from '../pool/program-cap.service';
import type { Offered } from '../domain/capabilities';
import { UnservedService } from '../workers/unserved.service';
import { ProviderRegistry } from '../providers/registry.provider';
import type { PaceEntity } from './pace.entity';
import { PaceRepository, type PaceKey } from './pace.repository';
import { PredictionRepository } from './prediction.repository';

/** A pool as it stands, with examples of what was submitted to it of late. */
export interface Standing {
  readonly pool: PoolState;
  readonly examples: readonly Example[];
}

type Kind = Omit<PaceKey, 'model'> & { readonly cost: number };

/** What is known of durations, looked up once for a whole pool. */
class Knowledge {
  private readonly byKey = new Map<string, PaceEntity>();
  private readonly byModel = new Map<string, PaceEntity[]>();

  constructor(
    paces: readonly PaceEntity[],
    private readonly modelOf: (provider: string) => string,
  ) {
    for (const pace of paces) {
      this.byKey.set(`${pace.provider} ${pace.model} ${pace.resolution} ${pace.seconds}`, pace);
      const model = `${pace.provider} ${pace.model}`;
      this.byModel.set(model, [...(this.byModel.get(model) ?? []), pace]);
    }
  }

  of({ provider, resolution, seconds, cost }: Kind): Expected {
    const model = `${provider} ${this.modelOf(provider)}`;
    return expectedOf(
      cost,
      this.byKey.get(`${model} ${resolution} ${seconds}`),
      this.byModel.get(model) ?? [],
    );
  }
}

/** Reads a pool into the model that forecasts play forward. */
@Injectable()
export class PoolStateService {
  constructor(
    private readonly flows: FlowRepository,
    private readonly caps: ProgramCapService,
    private readonly predictions: PredictionRepository,
    private readonly paces: PaceRepository,
    private readonly providers: ProviderRegistry,
    private readonly unserved: UnservedService,
  ) {}

  /** Whether somebody who is there can make such a clip. */
  async isServed(pool: string, clip: Offered): Promise<boolean> {
    return this.unserved.isServed(pool, clip);
  }

  async read(pool: string): Promise<Standing> {
    const since = firstIdAt('gen', later(systemClock.now(), -WINDOW_SECONDS * SECOND));
    const [rows, { slots }, virtualTime, programs, examples, paces] = await Promise.all([
      this.flows.listPool(pool),
      this.flows.countPlaces(pool),
      this.flows.virtualTimeOf(pool),
      this.caps.list(),
      this.predictions.listExamples(pool, since),
      this.paces.list(),
    ]);
    const knowledge = new Knowledge(paces, (key) => this.providers.find(key)?.model ?? '');
    return {
      pool: { virtualTime, slots, programs, ...clipsOf(rows, knowledge) },
      examples: examples.map(({ flowId, programId, agoSeconds, ...kind }) => ({
        flowId,
        programId,
        agoSeconds,
        cost: kind.cost,
        expected: knowledge.of(kind),
      })),
    };
  }
}

function clipsOf(
  rows: readonly PoolRow[],
  knowledge: Knowledge,
): { flows: FlowState[]; waiting: WaitingClip[]; running: RunningClip[] } {
  const flows = new Map<string, FlowState>();
  const waiting: WaitingClip[] = [];
  const running: RunningClip[] = [];
  for (const row of rows) {
    const { id, enrollmentId: flowId, weight, maxInflight: limit, lastFinish, costSeconds: cost } = row;
    flows.set(flowId, { id: flowId, weight, limit, lastFinish, programId: row.programId });
    const clip = { id, flowId, seq: Number(row.seq), cost, expected: knowledge.of({ ...row, cost }) };
    if (isUnderWay(row.state) && row.state !== 'starting') {
      running.push({ ...clip, elapsedSeconds: row.elapsedSeconds, progress: row.progress / 1_000 });
    } else {
      const isReleased = row.state === 'starting';
      const isThrottled = row.state === 'throttled';
      waiting.push({ ...clip, arrival: row.arrival, paidTag: row.startTag, isReleased, isThrottled });
    }
  }
  return { flows: [...flows.values()], waiting, running };
}
