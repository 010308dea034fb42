// Creates the cluster on disk (initdb), and repairs a lost password.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { draftFor, replaceFolder } from './folders.mjs';
import { serverEnv } from './postgres-binaries.mjs';
import { findLeftOver } from './postgres-server.mjs';
import { diagnose } from './postgres-trouble.mjs';

/** initdb into a draft, then a rename: a kill half-way leaves no cluster rather than half of one. */
export function createCluster({ cluster, user, binaries }) {
  const draft = draftFor(cluster.dir);
  fs.mkdirSync(path.dirname(draft), { recursive: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  if (user) fs.chownSync(draft, user.uid, user.gid);
  const passwordFile = `${cluster.dir}.password.new-${process.pid}`;
  fs.writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (user) fs.chownSync(passwordFile, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'];
  const access = ['-U', cluster.user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const args = ['-D', draft, ...access, ...locale, '--no-sync', '--no-instructions'];
  const result = run(binaries.bin('initdb'), args, user);
  fs.rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    fs.rmSync(draft, { recursive: true, force: true });
    throw diagnose(result.said, cluster, binaries);
  }
  replaceFolder(draft, cluster.dir);
}

/** Give the cluster our new password without knowing the old one: Postgres's single-user mode asks for none. */
export async function resetPassword(context) {
  const { cluster, user, binaries, log } = context;
  log('The file with the database password was lost; setting a new password.');
  await (await findLeftOver(context, { isPasswordKnown: false }))?.stop();
  const sql = `ALTER ROLE "${cluster.user}" PASSWORD '${cluster.password}'\n`;
  const result = run(binaries.bin('postgres'), ['--single', '-D', cluster.dir, 'postgres'], user, sql);
  if (result.status !== 0 || /ERROR|FATAL|PANIC/.test(result.said))
    throw diagnose(result.said, cluster, binaries);
}

function run(command, args, user, input) {
  const result = spawnSync(command, args, { ...user, env: serverEnv(), encoding: 'utf8', cwd: '/', input });
  return { status: result.status, said: `${result.error ?? ''}${result.stderr ?? ''}` };
}
