// The form of a result on a phone: a draft that saves itself. Without this script the form's buttons do the same.

import { Draft } from './record/draft.js';

const form = document.querySelector('form[data-draft]');
const draft = new Draft(form);

form.addEventListener('input', ({ target }) => {
  if (target.type !== 'file')
    draft.touched();
});

form.addEventListener('change', ({ target }) => {
  if (target.type !== 'file')
    return;
  const taken = [...target.files];
  target.value = '';
  draft.take(taken);
});

addEventListener('online', () => draft.sendAgain());

// What is on its way has to arrive first, and a page that cannot be reached must not take the place of this one.
let isReady = false;
form.addEventListener('submit', async event => {
  if (isReady || (draft.isIdle && navigator.onLine))
    return;
  event.preventDefault();
  const button = event.submitter;
  isReady = await draft.send() !== 'kept' && navigator.onLine;
  if (isReady)
    form.requestSubmit(button);
});

// Whoever comes back to the page by the browser's button may send it once more.
addEventListener('pageshow', () => isReady = false);

draft.resume();
