// The verifier in a thread of its own. All its modules are loaded with it, so it works without a network from then on.
//
// It is told {verify: [{name, bytes}]} or {stop: true}, and tells {ready}, {progress: {phase, done, total}} and at the end of each
// verification {report}, {refused}, {stopped} or {broken}.

import { verify } from './checks/verifier.js';
import { inputOf } from './documents/recognise.js';
import { Stopped, Work } from './draw/work.js';
import { Refusal } from './values/refusal.js';
import { checkAgainstWebCrypto } from './values/sha256.js';

let work = null;

self.addEventListener('message', async ({ data }) => {
  if (data.stop) {
    if (work !== null)
      work.stopped = true;
    return;
  }
  work = new Work((phase, done, total) => self.postMessage({ progress: { phase, done, total } }));
  self.postMessage(await answer(data.verify, work));
  work = null;
});

async function answer(files, ownWork) {
  try {
    return { report: await verify(await inputOf(files), ownWork) };
  } catch (error) {
    if (error instanceof Stopped)
      return { stopped: true };
    if (error instanceof Refusal)
      return { refused: error.words };
    // Memory that is not there, say: the page must not wait for ever.
    return { broken: String(error) };
  }
}

try {
  await checkAgainstWebCrypto();
  self.postMessage({ ready: true });
} catch (error) {
  self.postMessage({ broken: String(error) });
}
