import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { OnceKey, type Once } from '../../../platform/idempotency/idempotency';
import { Access, Me } from '../../access';
import { EntryService } from './entry.service';
import {
  EligibilityBody,
  EligibilityView,
  EntryView,
  FormBody,
  FormLintBody,
  FormLintView,
  FormView,
} from './form.dto';
import { FormService } from './form.service';

@ApiTags('applications')
@Controller('api/v1/programs/:id')
export class FormController {
  constructor(
    private readonly forms: FormService,
    private readonly entries: EntryService,
  ) {}

  @Get('application-form')
  @Access('program.read')
  @ApiOperation({
    operationId: 'getApplicationForm',
    summary: 'Questions, conditions and promises, before you write',
  })
  async entry(@Me() me: Actor, @Param('id') id: string): Promise<EntryView> {
    return this.entries.entry(me, id);
  }

  /** Problems: `enrollment.form_faulty`, `enrollment.form_published_meanwhile`, `program.programme_closed`. */
  @Post('application-form')
  @Access('program.manage')
  @ApiOperation({ operationId: 'publishApplicationForm', summary: 'Publish the next version of the form' })
  async publish(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Me() me: Actor,
    @OnceKey() once: Once,
  ): Promise<FormView> {
    return this.forms.publish(once, me, id, body);
  }

  @Post('application-form-lint')
  @HttpCode(200)
  @Access('program.manage')
  @ApiParam({ name: 'id', type: String })
  @ApiOperation({
    operationId: 'lintApplicationForm',
    summary: 'What is wrong with a form that is being written',
  })
  lint(@Body() body: FormLintBody): FormLintView {
    return this.forms.lint(body);
  }

  /** Problems: `enrollment.answers_invalid`. */
  @Post('eligibility')
  @HttpCode(200)
  @Access('program.read')
  @ApiOperation({ operationId: 'checkEligibility', summary: 'Whether you can take part; nothing is kept' })
  async eligibility(@Param('id') id: string, @Body() { answers }: EligibilityBody): Promise<EligibilityView> {
    return this.entries.eligibility(id, answers);
  }
}
