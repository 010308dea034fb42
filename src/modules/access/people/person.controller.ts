import { Body, Controller, Get, HttpCode, Ip, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../access.guard';
import { normalEmail } from '../domain/password';
import { networkOf } from '../domain/network';
import { PeopleService } from './people.service';
import {
  InvitationBody,
  PeopleListQuery,
  PeoplePage,
  PersonView,
  personListItem,
  personView,
  SignUpBody,
  SignUpView,
} from './person.dto';
import { SignInPolicy } from '../sessions/sign-in.policy';

@ApiTags('people')
@Controller('api/v1')
export class PersonController {
  constructor(
    private readonly people: PeopleService,
    private readonly policy: SignInPolicy,
  ) {}

  /** Answers alike whether there is such an account. Problems: `access.weak_password`, `access.too_many_attempts`. */
  @Post('people')
  @HttpCode(202)
  @Access('person.sign_up')
  @ApiOperation({ operationId: 'signUp', summary: 'Create an artist account; a mail proves the address' })
  async signUp(@Body() body: SignUpBody, @Ip() address: string): Promise<SignUpView> {
    const network = networkOf(address);
    await this.policy.admitSignUp({ name: normalEmail(body.email), network });
    await this.people.signUp(body, network);
    return { message: 'A mail is on its way. Open its link, then sign in.' };
  }

  /** Problems: `access.role_not_yours`, `access.admin_needs_two`, `access.email_taken`. */
  @Post('invitations')
  @Access('person.manage')
  @ApiOperation({
    operationId: 'invite',
    summary: 'Invite somebody by mail; the link works once, for seven days',
  })
  async invite(@Body() body: InvitationBody, @Me() me: Actor): Promise<PersonView> {
    return personView(await this.people.invite(body, me));
  }

  @Get('people')
  @Access('person.manage')
  @ApiOperation({ operationId: 'listPeople', summary: 'Everybody with an account, newest first' })
  async list(@Query() query: PeopleListQuery): Promise<PeoplePage> {
    const page = await this.people.list(query);
    return { items: page.items.map(personListItem), next: page.next };
  }
}
