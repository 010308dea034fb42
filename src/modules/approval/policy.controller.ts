import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../access';
import { PolicyView, policyView } from './policy.dto';

@ApiTags('approval')
@Controller('api/v1/approval-policy')
export class PolicyController {
  @Get()
  @Access('public.read')
  @ApiOperation({
    operationId: 'getApprovalPolicy',
    summary: 'Grounds, risk classes and clocks: by what rules it is decided',
  })
  get(): PolicyView {
    return policyView();
  }
}
