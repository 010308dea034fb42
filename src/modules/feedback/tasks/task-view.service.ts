import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { may } from '../../access/contract';
import { PeopleService } from '../../access';
import { EnrollmentService } from '../../enrollment';
import { feedbackRefusals } from '../contract';
import { clipsOf } from '../domain/task-form';
import { FeedbackFileRepository } from '../files/feedback-file.repository';
import { VoidRepository } from '../voids/void.repository';
import type { TaskSeatQuery, TaskSeatView } from './seat.dto';
import type { TaskSeatEntity } from './seat.entity';
import { TaskSeatRepository } from './seat.repository';
import type { TaskQuery, TaskView } from './task.dto';
import type { TaskEntity } from './task.entity';
import { seatView, taskView } from './task.mapping';
import { TaskRepository } from './task.repository';

const INSIDE = new Set(['active', 'paused', 'suspended']);

const position = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);

/** Reading tasks and seats. */
@Injectable()
export class TaskViewService {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly seats: TaskSeatRepository,
    private readonly files: FeedbackFileRepository,
    private readonly voids: VoidRepository,
    private readonly people: PeopleService,
    private readonly enrollments: EnrollmentService,
  ) {}

  /** Whether this artist takes part: a pause or a suspension stops generating and nothing else. */
  async programsOf(personId: string): Promise<string[]> {
    const mine = await this.enrollments.ofPerson(personId);
    return mine.filter(({ state }) => INSIDE.has(state)).map(({ programId }) => programId);
  }

  /** The same for a new seat: refuses where a suspension closes tasks. Who has the seat keeps it, and its pay. */
  async programsToTakeIn(personId: string, taskId: string): Promise<string[]> {
    const task = await this.tasks.find(taskId);
    const seat = (await this.seats.mine(personId, [taskId])).get(taskId);
    if (task !== null && seat?.state !== 'taken')
      await this.enrollments.checkOpen(personId, task.programId, 'tasks');
    return this.programsOf(personId);
  }

  /** A task of a programme that one takes part in or manages; one in which one has a seat stays readable. */
  async get(me: Actor, id: string): Promise<TaskView> {
    const task = await this.tasks.find(id);
    if (task === null) throw refusal(feedbackRefusals, 'not_found');
    if (!may(me, 'task.manage')) {
      const seat = (await this.seats.mine(me.id, [id])).get(id);
      const isInside = task.state !== 'draft' && (await this.programsOf(me.id)).includes(task.programId);
      if (seat === undefined && !isInside) throw refusal(feedbackRefusals, 'not_found');
    }
    return (await this.taskViews(me, [task])).get(id) as TaskView;
  }

  async list(me: Actor, { programId, state, cursor, limit }: TaskQuery): Promise<Page<TaskView>> {
    const programIds = may(me, 'task.manage') ? null : await this.programsOf(me.id);
    const before = position(cursor);
    const rows = await this.tasks.list({ programIds, programId, state, before, limit: limit + 1 });
    const views = await this.taskViews(me, rows);
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      ({ id }) => views.get(id) as TaskView,
    );
  }

  async seat(me: Actor, id: string): Promise<TaskSeatView> {
    const seat = await this.seats.find(id);
    if (seat === null || (seat.personId !== me.id && !may(me, 'task.manage')))
      throw refusal(feedbackRefusals, 'not_found');
    return (await this.seatViews(me, [seat])).get(id) as TaskSeatView;
  }

  /** One's own; for who manages tasks those of one task. */
  async listSeats(me: Actor, { taskId, state, cursor, limit }: TaskSeatQuery): Promise<Page<TaskSeatView>> {
    const personId = may(me, 'task.manage') && taskId !== undefined ? undefined : me.id;
    const before = position(cursor);
    const rows = await this.seats.list({ taskId, personId, state, before, limit: limit + 1 });
    const views = await this.seatViews(me, rows);
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      ({ id }) => views.get(id) as TaskSeatView,
    );
  }

  private async taskViews(me: Actor, tasks: readonly TaskEntity[]): Promise<Map<string, TaskView>> {
    const ids = tasks.map(({ id }) => id);
    const [forms, counts, mine] = await Promise.all([
      this.tasks.forms(tasks),
      this.tasks.counts(ids),
      this.seats.mine(me.id, ids),
    ]);
    const clips = await this.files.listByIds([...forms.values()].flatMap(({ form }) => clipsOf(form)));
    const now = new Date();
    return new Map(
      tasks.flatMap((task) => {
        const form = forms.get(task.id);
        if (form === undefined) return [];
        const mySeat = mine.get(task.id) ?? null;
        return [
          [task.id, taskView(task, me, { form, counts: counts(task.id), clips, mySeat, now })] as const,
        ];
      }),
    );
  }

  private async seatViews(me: Actor, seats: readonly TaskSeatEntity[]): Promise<Map<string, TaskSeatView>> {
    const tasks = await this.tasks.byIds([...new Set(seats.map(({ taskId }) => taskId))]);
    const [views, people, voids] = await Promise.all([
      this.taskViews(me, tasks),
      this.people.cards([...new Set(seats.map(({ personId }) => personId))]),
      this.voids.ofSubjects(
        'task_seat',
        seats.map(({ id }) => id),
      ),
    ]);
    const now = new Date();
    return new Map(
      seats.flatMap((seat) => {
        const task = tasks.find(({ id }) => id === seat.taskId);
        const view = views.get(seat.taskId);
        if (task === undefined || view === undefined) return [];
        const artist = people.get(seat.personId)?.name ?? 'Somebody';
        return [[seat.id, seatView(seat, me, { task, view, artist, voids, now })] as const];
      }),
    );
  }
}
