import 'reflect-metadata';
import path from 'node:path';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ACCESS } from '../../src/modules/access/access.guard';
import { PERMISSIONS } from '../../src/modules/access';
import { filesBelow, read, ROOT } from './sources';

interface Route {
  readonly name: string;
  readonly permission: string | undefined;
  readonly operationId: string | undefined;
}

function routesOf(controller: { name: string; prototype: object }): Route[] {
  return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler: unknown = Object.getOwnPropertyDescriptor(controller.prototype, name)?.value;
    if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) === undefined)
      return [];
    const operation = Reflect.getMetadata('swagger/apiOperation', handler) as
      { operationId?: string } | undefined;
    const permission = Reflect.getMetadata(ACCESS, handler) as string | undefined;
    return [{ name: `${controller.name}.${name}`, permission, operationId: operation?.operationId }];
  });
}

const controllers = filesBelow('src/modules', '.controller.ts').flatMap((file) =>
  Object.values(require(path.join(ROOT, file)) as Record<string, unknown>).filter(
    (value): value is { name: string; prototype: object } =>
      typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value),
  ),
);
const routes = controllers.flatMap(routesOf);

describe('routes', () => {
  test('there are some', () => {
    expect(routes.length).toBeGreaterThan(40);
  });

  test('every route names a permission of the table', () => {
    expect(
      routes
        .filter(({ permission }) => permission === undefined || !Object.hasOwn(PERMISSIONS, permission))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  test('every route has an operationId, and no two share one', () => {
    const ids = routes.map(({ operationId }) => operationId);
    expect(routes.filter(({ operationId }) => operationId === undefined).map(({ name }) => name)).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('every permission is asked for, by a route or by a rule', () => {
    const used = new Set(routes.map(({ permission }) => permission));
    const rules = filesBelow('src/modules')
      .filter((file) => !file.endsWith('domain/permissions.ts'))
      .map(read)
      .join('\n');
    const asked = new Set([...rules.matchAll(/\bmay\(\s*\w+,\s*'([a-z_.]+)'/g)].map((match) => match[1]));
    expect(
      Object.keys(PERMISSIONS).filter((permission) => !used.has(permission) && !asked.has(permission)),
    ).toEqual([]);
  });
});
