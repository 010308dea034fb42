import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

const ENDPOINTS = ['account', 'connect', 'thin'] as const;

export class NewsParams {
  /** Which endpoint of Stripe this address is for. */
  @ApiProperty({ enum: ENDPOINTS })
  @IsIn(ENDPOINTS)
  source: (typeof ENDPOINTS)[number];
}
