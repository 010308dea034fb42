import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { answerFaults } from '../../../platform/forms/answers';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { contentHash, ProgramService, programRefusals } from '../../program';
import { enrollmentRefusals } from '../contract';
import { answersSchema, EMPTY_FORM, formFaults, ineligible, type Answers, type Form } from '../domain/form';
import {
  formOf,
  formView,
  type FormBody,
  type FormLintBody,
  type FormLintView,
  type FormView,
  type StoredForm,
} from './form.dto';
import { FormRepository } from './form.repository';

/** The form that a programme asks its applicants by: versions that never change, like its other documents. */
@Injectable()
export class FormService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly forms: FormRepository,
    private readonly programs: ProgramService,
    private readonly audit: AuditService,
  ) {}

  /** What is wrong with a form that is being written; changes nothing. */
  lint(body: FormLintBody): FormLintView {
    const form = formOf(body);
    const faults = formFaults(form);
    return { faults, schema: faults.length === 0 ? { ...answersSchema(form) } : {} };
  }

  /** Publishes the next version. Refuses `form_faulty`, and `form_published_meanwhile` when it was written from an older one. */
  async publish(once: Once, me: Actor, idOrSlug: string, body: FormBody): Promise<FormView> {
    const { id: programId, state } = await this.programs.get(idOrSlug);
    if (state === 'closed') throw refusal(programRefusals, 'programme_closed');
    const content = formOf(body);
    const faults = formFaults(content);
    if (faults.length > 0) throw refusal(enrollmentRefusals, 'form_faulty', { faults });
    return this.idempotency.run(once, async (tx) => {
      const version = ((await this.forms.newest(programId, tx))?.version ?? 0) + 1;
      const form: StoredForm = {
        id: newId('frm'),
        programId,
        version,
        content,
        hash: contentHash(content),
        publishedAt: new Date(),
      };
      const isNext = body.basedOn === version - 1 && (await this.forms.insert(tx, form, me.id));
      if (!isNext)
        throw refusal(enrollmentRefusals, 'form_published_meanwhile', {
          version: body.basedOn === version - 1 ? version : version - 1,
        });
      await this.audit.record(tx, me, 'application_form.publish', form.id, {
        programId,
        version,
        hash: form.hash,
      });
      return formView(content, form);
    });
  }

  /** The newest form, or an empty one. */
  async newest(programId: string, tx?: Tx): Promise<{ stored: StoredForm | null; content: Form }> {
    const stored = await this.forms.newest(programId, tx);
    return { stored, content: stored?.content ?? EMPTY_FORM };
  }

  /** By id, as they were when somebody handed in by them. */
  async byIds(ids: readonly (string | null)[]): Promise<Map<string, StoredForm>> {
    const known = [...new Set(ids.filter((id) => id !== null))];
    return new Map((await this.forms.listByIds(known)).map((form) => [form.id, form]));
  }

  /** Refuses `answers_invalid` and `not_eligible`. */
  check(form: Form, answers: Answers, files: number): void {
    const labels = new Map(form.fields.map(({ key, label }) => [key, label]));
    const faults = answerFaults(answersSchema(form), answers).map(({ field, needs }) => ({
      field,
      says: `“${labels.get(field) ?? field}” ${needs}.`,
    }));
    if (files < form.filesNeeded)
      faults.push({
        field: 'files',
        says: `The form asks for ${form.filesNeeded} files; ${files} are there.`,
      });
    if (faults.length > 0) throw refusal(enrollmentRefusals, 'answers_invalid', { faults });
    const reasons = ineligible(form, answers);
    if (reasons.length > 0) throw refusal(enrollmentRefusals, 'not_eligible', { reasons });
  }
}
