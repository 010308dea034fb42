import { Injectable } from '@nestjs/common';
import { refusal } from '../../../kernel/refusal';
import { PeopleService } from '../../access';
import { feedbackRefusals } from '../contract';
import { answerCells, answerColumns, type ClipNames } from '../domain/answer-columns';
import { clipsOf, type Question } from '../domain/task-form';
import { FeedbackFileRepository } from '../files/feedback-file.repository';
import type { Answers, TaskSeatEntity } from './seat.entity';
import { TaskSeatRepository } from './seat.repository';
import { TaskRepository } from './task.repository';

/** Seats read at once: bounds the memory of an export of any length. */
const PAGE = 500;

/** One submission for a file. */
export interface Submission {
  readonly seat: TaskSeatEntity;
  readonly artist: string;
  /** Who decided on it, `null` while nobody has. */
  readonly respondedBy: string | null;
  readonly respondedAt: Date | null;
  /** In the order of `columns`, for people. */
  readonly cells: readonly (string | number | null)[];
  /** As handed in, for programs. */
  readonly answers: Answers;
}

/** A task with everything that was handed in, newest first. */
export interface TaskAnswers {
  readonly title: string;
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly Submission[]>;
}

/** What was handed in for a task, for a file. */
@Injectable()
export class TaskAnswerRows {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly seats: TaskSeatRepository,
    private readonly files: FeedbackFileRepository,
    private readonly people: PeopleService,
  ) {}

  /** Refuses `not_found` before anything is written. */
  async of(taskId: string): Promise<TaskAnswers> {
    const task = await this.tasks.find(taskId);
    if (task === null) throw refusal(feedbackRefusals, 'not_found');
    const { form } = await this.tasks.form(taskId, task.formVersion);
    const clips = await this.files.listByIds(clipsOf(form));
    const names = new Map(clips.map(({ id, name }) => [id, name]));
    const { questions } = form;
    return {
      title: task.title,
      columns: answerColumns(questions),
      pages: this.pages(taskId, questions, names),
    };
  }

  private async *pages(
    taskId: string,
    questions: readonly Question[],
    names: ClipNames,
  ): AsyncGenerator<readonly Submission[]> {
    let before: string | undefined;
    for (;;) {
      const rows = await this.seats.list({ taskId, isHandedIn: true, before, limit: PAGE });
      if (rows.length > 0) yield await this.page(rows, questions, names);
      before = rows.at(-1)?.id;
      if (rows.length < PAGE) return;
    }
  }

  private async page(
    rows: readonly TaskSeatEntity[],
    questions: readonly Question[],
    names: ClipNames,
  ): Promise<Submission[]> {
    const decisions = await this.seats.decisions(rows.map(({ id }) => id));
    const deciders = [...decisions.values()].map(({ by }) => by);
    const people = await this.people.cards([
      ...new Set([...rows.map(({ personId }) => personId), ...deciders]),
    ]);
    const nameOf = (id: string): string => people.get(id)?.name ?? 'Somebody';
    return rows.map((seat) => {
      const decision = decisions.get(seat.id);
      const answers = seat.answers ?? {};
      const by = decision?.by === 'system' ? 'Nobody in time' : nameOf(decision?.by ?? '');
      return {
        seat,
        artist: nameOf(seat.personId),
        respondedBy: decision === undefined ? null : by,
        respondedAt: decision?.at ?? null,
        cells: answerCells(questions, answers, names),
        answers,
      };
    });
  }
}
