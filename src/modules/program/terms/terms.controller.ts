import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../../access';
import { VersionParam } from '../publication.dto';
import { TermsVersionView, termsView } from '../version.dto';
import { CompareQuery, LintBody, LintView, TermsChangesView, TermsFileParam } from './terms.dto';
import { TermsService } from './terms.service';

const TYPES = { md: 'text/markdown; charset=utf-8', pdf: 'application/pdf' } as const;

@ApiTags('programs')
@Controller('api/v1/programs/:id')
export class TermsController {
  constructor(private readonly terms: TermsService) {}

  /** Problems: `program.not_found`. */
  @Post('terms-lint')
  @HttpCode(200)
  @Access('program.manage')
  @ApiOperation({
    operationId: 'lintTerms',
    summary: 'What keeps clauses from being published, and what they change',
  })
  async lint(@Param('id') id: string, @Body() body: LintBody, @Me() me: Actor): Promise<LintView> {
    return this.terms.lint(me, id, body);
  }

  /** Problems: `program.not_found`, `program.nothing_published`. */
  @Get('terms-changes')
  @Access('program.read')
  @ApiOperation({ operationId: 'compareTerms', summary: 'What changed between two versions, word by word' })
  async compare(
    @Param('id') id: string,
    @Query() query: CompareQuery,
    @Me() me: Actor,
  ): Promise<TermsChangesView> {
    return this.terms.compare(me, id, query);
  }

  /** Problems: `program.not_found`. */
  @Get('terms/:version')
  @Access('program.read')
  @ApiOperation({ operationId: 'getTermsVersion', summary: 'One version of the terms, with its hash' })
  async read(@Param() { id, version }: VersionParam, @Me() me: Actor): Promise<TermsVersionView> {
    return termsView(await this.terms.read(me, id, version));
  }

  /** Problems: `program.not_found`. */
  @Get('terms/:version/:format')
  @Access('program.read')
  @ApiOperation({ operationId: 'downloadTerms', summary: 'One version of the terms as Markdown or PDF' })
  @ApiOkResponse({ content: { 'text/markdown': {}, 'application/pdf': {} } })
  async file(@Param() { id, version, format }: TermsFileParam, @Me() me: Actor): Promise<StreamableFile> {
    const { name, bytes } = await this.terms.file(me, id, version, format);
    return new StreamableFile(bytes, {
      type: TYPES[format],
      disposition: `attachment; filename="${name}"`,
      length: bytes.length,
    });
  }
}
