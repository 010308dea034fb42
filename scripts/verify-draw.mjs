// Recomputes a published draw from its public file, with nothing but Node:
//   node scripts/verify-draw.mjs draw.txt [--result result.txt] [--seed-hash <the hash you noted before the draw>]
// Prints the order (`place entry`, one a line) and says on the error stream what was checked. Exit code 0: the draw is
// what it says. 1: it is not. 2: the file or the call is wrong. The method is described in docs/draws.md.
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const say = (text) => process.stderr.write(`${text}\n`);
const stop = (code, text) => {
  say(text);
  process.exit(code);
};

const options = readOptions(process.argv.slice(2));
const { head, entries } = readFile(options.file);
const list = [...new Set(entries)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const digest = sha256(list.map((entry) => `${entry}\n`).join(''));
const faults = [];
const check = (isGood, good, bad) => (isGood ? say(`ok    ${good}`) : faults.push(bad));

check(
  sha256(head.seed) === head['seed-hash'],
  `the seed has the hash that was published on ${head['committed-at']}`,
  'the seed is not the one whose hash was published',
);
if (options.seedHash)
  check(
    options.seedHash === head['seed-hash'],
    'the hash is the one you noted',
    'the file has another hash than the one you noted',
  );
check(
  list.length === entries.length && list.every((entry, i) => entry === entries[i]),
  `the list has ${list.length} entries, each once, in order`,
  'the list has repeats or is not in order',
);
check(
  digest === head['list-digest'] && String(list.length) === head.entries,
  `the list is the one published on ${head['frozen-at']}`,
  'the list is not the one whose digest was published',
);
check(
  head['committed-at'] <= head['frozen-at'] && head['frozen-at'] <= head['revealed-at'],
  'hash, list and seed were published in this order',
  'hash, list and seed were not published in this order',
);

const order = list
  .map((entry) => ({ entry, ticket: sha256(`${head.seed}\n${digest}\n${entry}`) }))
  .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
  .map(({ entry }, i) => `${i + 1} ${entry}\n`)
  .join('');
if (options.result)
  check(
    fs.readFileSync(options.result, 'utf8') === order,
    'the published result is this order, byte for byte',
    'the published result is another order',
  );
process.stdout.write(order);
for (const fault of faults) say(`WRONG ${fault}`);
say(faults.length ? 'This draw is not what it says.' : `The first ${head.places} have a place.`);
process.exitCode = faults.length ? 1 : 0;

function readOptions([file, ...rest]) {
  const known = { '--result': 'result', '--seed-hash': 'seedHash' };
  const found = { file };
  for (let i = 0; i < rest.length; i += 2) {
    if (!known[rest[i]] || rest[i + 1] === undefined) stop(2, `I do not know ${rest[i]}.`);
    found[known[rest[i]]] = rest[i + 1];
  }
  if (!file) stop(2, 'Usage: node scripts/verify-draw.mjs draw.txt [--result result.txt] [--seed-hash hash]');
  return found;
}

function readFile(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    stop(2, `${file} cannot be read: ${error.message}`);
  }
  const end = text.indexOf('\n\n');
  const [method, ...lines] = text.slice(0, end === -1 ? undefined : end).split('\n');
  if (method !== 'atelier-draw/1')
    stop(2, `This is not a file of a draw by the method atelier-draw/1: its first line is "${method}".`);
  const head = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
  if (!head['list-digest'])
    stop(2, 'The list of this draw is not published yet: there is nothing to recompute.');
  if (!head.seed) stop(2, 'The seed of this draw is not published yet: there is nothing to recompute.');
  const entries = text
    .slice(end + 2)
    .split('\n')
    .slice(0, -1);
  return { head, entries };
}
