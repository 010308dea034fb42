import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { DomainEvent, EventKind } from '../../kernel/event';
import type { Tx } from '../db/database';
import type { QueueName } from '../queue/queue.names';

const LISTENS = 'atelier:listens';

interface Mark {
  readonly event: string;
  readonly queue: QueueName;
}

/** The method reacts to an event. It gets the transaction that also records the delivery: effect and receipt are one. */
export function On<P extends object>(kind: EventKind<P>, queue: QueueName = 'default') {
  return <T extends (tx: Tx, event: DomainEvent<P>) => Promise<void>>(
    _target: object,
    _key: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    const mark: Mark = { event: kind.name, queue };
    Reflect.defineMetadata(LISTENS, mark, descriptor.value as object);
  };
}

export interface Listener extends Mark {
  /** `<Class>.<method>`, stable over releases: it is part of the delivery's key. */
  readonly name: string;
  readonly call: (tx: Tx, event: DomainEvent<object>) => Promise<void>;
}

/** Finds every `@On` method at boot. Two listeners of one name stop the boot. */
@Injectable()
export class ListenerRegistry implements OnModuleInit {
  private readonly byName = new Map<string, Listener>();
  private readonly byEvent = new Map<string, Listener[]>();

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

  of(event: string): readonly Listener[] {
    return this.byEvent.get(event) ?? [];
  }

  find(name: string): Listener | undefined {
    return this.byName.get(name);
  }

  private register(instance: object, method: string): void {
    const body = (instance as Record<string, unknown>)[method];
    if (typeof body !== 'function') return;
    const mark = Reflect.getMetadata(LISTENS, body) as Mark | undefined;
    if (mark === undefined) return;
    const name = `${instance.constructor.name}.${method}`;
    if (this.byName.has(name)) throw new Error(`two listeners are called ${name}`);
    const listener: Listener = { ...mark, name, call: body.bind(instance) as Listener['call'] };
    this.byName.set(name, listener);
    this.byEvent.set(mark.event, [...this.of(mark.event), listener]);
  }
}
