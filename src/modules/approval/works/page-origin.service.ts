import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../../platform/config/settings';

/** Atelier's own address as others reach it: PUBLIC_URL, else what the request names. No slash at its end. */
@Injectable()
export class PageOriginService {
  constructor(private readonly settings: Settings) {}

  of(request: Pick<FastifyRequest, 'protocol' | 'host'>): string {
    return (this.settings.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '');
  }
}
