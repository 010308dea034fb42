import { Body, Controller, Get, Ip, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/actor';
import { Access, Me } from '../access.guard';
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
} from './person.dto';
import { SignInPolicy } from '../sessions/sign-in.policy';

@ApiTags('people')
@Controller('api/v1')
export class PersonController {
  constructor(
    private readonly people: PeopleService,
    private readonly policy: SignInPolicy,
  ) {}

  /** Problems: `access.email_taken`, `access.weak_password`, `access.too_many_attempts`. */
  @Post('people')
  @Access('person.sign_up')
  @ApiOperation({ operationId: 'signUp', summary: 'Create an artist account; a mail proves the address' })
  async signUp(@Body() body: SignUpBody, @Ip() address: string): Promise<PersonView> {
    await this.policy.admitSignUp(networkOf(address));
    return personView(await this.people.signUp(body));
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
