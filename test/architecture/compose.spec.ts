import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Service {
  image?: string;
  build?: { target?: string };
  command?: string[];
  env_file?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  restart?: string;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  user?: string;
}

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);
const namesIn = (file: string): string[] =>
  [...read(file).matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((m) => m[1] ?? '');
const dockerfile = read('Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const last = (word: string): string | undefined => dockerfile.findLast((line) => line.startsWith(`${word} `));

describe('docker-compose.yml', () => {
  it('has Atelier as api and worker from one image, and the servers they need', () => {
    expect(services.map(([name]) => name).toSorted()).toEqual(
      ['api', 'mail', 'migrate', 'postgres', 'redis', 's3', 'worker'].toSorted(),
    );
    expect(new Set(ours.map(([, { image }]) => image)).size).toBe(1);
  });

  it.each(services)('%s is watched by a health check, or runs once', (_name, service) => {
    const runsOnce = service.restart === 'no';
    expect(service.healthcheck !== undefined).toBe(!runsOnce);
  });

  it.each(services)('%s has its image pinned to a release', (_name, service) => {
    expect(service.image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
  });

  it.each(services)('%s waits for nothing that cannot become ready', (_name, service) => {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const target = compose.services[other];
      const possible = target?.restart === 'no' ? 'service_completed_successfully' : 'service_healthy';
      expect({ other, condition }).toEqual({ other, condition: possible });
    }
  });

  it.each(services)('%s uses volumes that are declared, and files that exist', (_name, service) => {
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':');
      const isThere = source.startsWith('.')
        ? existsSync(path.join(root, source))
        : source in compose.volumes;
      expect({ source, isThere }).toEqual({ source, isThere: true });
    }
  });

  it.each(ours)('%s sets only settings that Atelier reads', (_name, service) => {
    const known = namesIn('.env.example');
    expect(Object.keys(service.environment ?? {}).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('keeps every secret in a file that has an example and is never committed', () => {
    const files = new Set(services.flatMap(([, service]) => service.env_file ?? []));
    expect([...files]).toEqual(['deploy/secrets.env']);
    expect(read('.gitignore')).toContain('deploy/secrets.env');
    const known = [...namesIn('.env.example'), 'POSTGRES_PASSWORD'];
    const asked = namesIn('deploy/secrets.env.example').filter((name) => !name.startsWith('GARAGE_'));
    expect(asked.filter((name) => !known.includes(name))).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining(['DATABASE_URL', 'ATELIER_SECRET', 'POSTGRES_PASSWORD']));
  });
});

describe('Dockerfile', () => {
  const stages = dockerfile
    .filter((line) => line.startsWith('FROM '))
    .map((line) => /^FROM (\S+) AS (\S+)$/.exec(line)?.slice(1, 3) ?? []);

  it('names every stage, and builds the one that compose asks for', () => {
    const names = stages.map(([, name]) => name);
    expect(names).toEqual(['base', 'build', 'dependencies', 'runtime']);
    for (const [, { build }] of ours) expect(names).toContain(build?.target);
  });

  it('takes a pinned image of a supported Node', () => {
    const image = dockerfile.find((line) => line.startsWith('ARG NODE_IMAGE='));
    expect(image).toMatch(/=node:(22|24)\.\d+\.\d+-[a-z]+-slim$/);
  });

  it('copies only from stages it has', () => {
    const sources = dockerfile.flatMap((line) => /^COPY --from=(\S+)/.exec(line)?.[1] ?? []);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(stages.map(([, name]) => name)).toContain(source);
  });

  it('does not run as root, has an init, and is watched', () => {
    expect(last('USER')).toBe('USER node');
    expect(last('ENTRYPOINT')).toContain('tini');
    expect(last('HEALTHCHECK')).toContain('/health/live');
    const command = JSON.parse((last('CMD') ?? '').replace('CMD ', '')) as string[];
    expect(command.at(-1)).toBe('dist/src/main.js');
  });
});
