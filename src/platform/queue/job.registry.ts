import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { JobKind } from './job';

const HANDLES = 'atelier:handles';

interface Mark {
  readonly job: string;
  /** Milliseconds between runs of a repeated job. */
  readonly every: number | undefined;
  readonly kind: JobKind<object>;
}

/** The method runs jobs of one kind. Any job may run twice: the handler decides by what Postgres says. */
export function Handles<D extends object>(kind: JobKind<D>) {
  return <T extends (data: D, job: JobRun) => Promise<void>>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    const mark: Mark = { job: kind.name, every: kind.every, kind };
    Reflect.defineMetadata(HANDLES, mark, descriptor.value as object);
  };
}

export interface JobRun {
  readonly id: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Aborted when this process shuts down: stop at the next safe point and throw; the job will run again. */
  readonly signal: AbortSignal;
}

export interface Handler extends Mark {
  readonly name: string;
  readonly call: (data: object, run: JobRun) => Promise<void>;
}

/** Finds every `@Handles` method at boot; a job with two handlers stops the boot. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, Handler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const method of this.scanner.getAllMethodNames(prototype))
        this.register(instance as object, method);
    }
  }

  /** The handler of a job; a job without one is a programming error and fails loudly. */
  get(job: string): Handler {
    const handler = this.handlers.get(job);
    if (handler === undefined) throw new Error(`no handler for job ${job}`);
    return handler;
  }

  all(): readonly Handler[] {
    return [...this.handlers.values()];
  }

  private register(instance: object, method: string): void {
    const body = (instance as Record<string, unknown>)[method];
    if (typeof body !== 'function') return;
    const mark = Reflect.getMetadata(HANDLES, body) as Mark | undefined;
    if (mark === undefined) return;
    const other = this.handlers.get(mark.job);
    const name = `${instance.constructor.name}.${method}`;
    if (other !== undefined) throw new Error(`job ${mark.job} has two handlers: ${other.name} and ${name}`);
    this.handlers.set(mark.job, { ...mark, name, call: body.bind(instance) as Handler['call'] });
  }
}
