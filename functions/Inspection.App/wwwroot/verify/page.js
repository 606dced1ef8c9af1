// The page /verify: takes a draw or files, has them verified, and shows the report. It needs no network but for the public files
// of a draw that the reader asks for.

import { VerifierClient } from './page/client.js';
import { clear, show, tell } from './page/results.js';
import { filesChosen, filesOfCertificate, filesOfDraw } from './page/sources.js';
import { phase, said, say } from './page/words.js';
import { Refusal } from './values/refusal.js';

const find = selector => document.querySelector(selector);
const form = find('.choices');
const { api } = find('.verify').dataset;
const client = new VerifierClient();
let current = new AbortController();

async function run(source) {
  current.abort();
  const own = new AbortController();
  current = own;
  clear();
  begin();
  const outcome = await verify(source, own.signal);
  // Whoever started another run meanwhile waits for that one's report.
  if (own === current)
    end(outcome);
}

async function verify(source, signal) {
  try {
    progress({ phase: 'loading' });
    const problem = await load();
    if (problem !== null)
      return { refused: problem };
    progress({ phase: 'fetching' });
    return await client.verify(await source(), progress, signal);
  } catch (error) {
    if (error instanceof Refusal)
      return { refused: error.words };
    throw error;
  }
}

async function load() {
  const problem = await client.start();
  find('.ready').textContent = problem === null ? say(said.ready) : '';
  return problem;
}

function begin() {
  find('.run').hidden = false;
  find('.working').hidden = false;
  find('#run').focus();
}

function progress({ phase: name, done = 0, total = 0 }) {
  const text = phase(name);
  // Said once for each phase; the bar shows the rest.
  if (find('.phase').textContent !== text)
    find('.phase').textContent = text;
  if (total > 1)
    find('progress').value = done / total;
  else
    find('progress').removeAttribute('value');
}

function end({ report, refused, broken }) {
  find('.working').hidden = true;
  find('.phase').textContent = '';
  if (report !== undefined)
    show(report);
  else if (broken !== undefined)
    tell('bad', said.failedToLoad);
  else
    tell('quiet', refused ?? said.stopped);
  find('#run').focus();
}

form.addEventListener('submit', event => {
  event.preventDefault();
  run(() => filesOfDraw(api, find('#draw').value));
});
find('#certificate').addEventListener(
  'change',
  ({ target }) => target.files.length > 0 && run(() => filesOfCertificate(api, target.files[0])));
find('#files').addEventListener('change', ({ target }) => target.files.length > 0 && run(() => filesChosen(target.files)));
// Otherwise a file that was changed could not be chosen again.
for (const input of form.querySelectorAll('input[type=file]'))
  input.addEventListener('click', () => (input.value = ''));
find('.stop').addEventListener('click', () => current.abort());

const drop = find('.drop');
for (const [name, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
  drop.addEventListener(name, event => {
    event.preventDefault();
    drop.classList.toggle('over', over);
  });
}
drop.addEventListener('drop', ({ dataTransfer }) => dataTransfer.files.length > 0 && run(() => filesChosen(dataTransfer.files)));

// What the page says for readers without scripts holds in old browsers too.
if (typeof DecompressionStream !== 'undefined') {
  find('.without-script').hidden = true;
  form.hidden = false;
  // Loaded before it is needed, and from then on there without a network.
  form.addEventListener('focusin', load, { once: true });
  form.addEventListener('pointerover', load, { once: true });
}
