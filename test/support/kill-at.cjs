// Preloaded into a process that is to die: SIGKILL at one named point, as a power cut would. KILL_AT is
// `<side>:<when>:<what>`, where the side is `process` (methods of a worker of Atelier) or `remote` (calls of the protocol).
const path = require('node:path');

const [side, when, what] = (process.env.KILL_AT ?? '').split(':');
const die = () => process.kill(process.pid, 'SIGKILL');
const pool = (file) => path.resolve('dist/src/modules/generation', file);

const CLASSES = {
  LeaseService: pool('pool/lease.service.js'),
  HeldLease: pool('pool/lease.service.js'),
  OutcomeService: pool('pool/outcome.service.js'),
  DeliveryService: pool('pool/delivery.service.js'),
  ProceduralProvider: pool('providers/procedural/procedural.provider.js'),
};

function killInProcess() {
  require('reflect-metadata');
  const [name, method] = what.split('.');
  const { prototype } = require(CLASSES[name])[name];
  const original = prototype[method];
  prototype[method] = async function (...args) {
    if (when === 'before') return die();
    const result = await original.apply(this, args);
    // Nothing to do is no point to die at.
    if (result !== null) die();
    return result;
  };
}

/** Half of the body, then nothing: the socket dies with the process. */
function killHalfway(original, input, init) {
  const half = init.body.subarray(0, Math.floor(init.body.length / 2));
  let isSent = false;
  const body = new ReadableStream({
    pull(controller) {
      if (isSent) return die();
      isSent = true;
      controller.enqueue(half);
    },
  });
  return original(input, { ...init, body, duplex: 'half' });
}

function killRemote() {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof URL ? input.href : input;
    // A render that is over before its first beat would never come to the point.
    if (what === '/heartbeat' && url.includes('/uploads')) return new Promise(() => undefined);
    if (!url.includes(what)) return original(input, init);
    if (when === 'before') return die();
    if (when === 'halfway') return killHalfway(original, input, init);
    if (when === 'sent') {
      void original(input, init).catch(() => undefined);
      setTimeout(die, 50);
      return new Promise(() => undefined);
    }
    const answer = await original(input, init);
    const text = await answer.clone().text();
    if (what !== '/claim' || text.includes('"fence"')) die();
    return answer;
  };
}

if (side === 'process') killInProcess();
else killRemote();
