import { ApiProperty } from '@nestjs/swagger';

export class PoolView {
  /** Name of the pool. */
  id: string;
  /** Renders that its live workers can do at once. */
  places: number;
  /** Clips released to its workers. */
  underWay: number;
  /** Clips that wait for a place. */
  queued: number;
  /** Clips over their artist's own cap. */
  throttled: number;
  /** Artists with a clip that waits for a place. */
  artistsWaiting: number;
  /** Seconds of rendering that wait, by estimate. */
  waitingSeconds: number;
}

export class PoolListView {
  @ApiProperty({ type: [PoolView] })
  items: PoolView[];
}
