// Shows a report: how it ended as a whole, and each check in its place in the page's own list.

import { say, summaryOf } from './words.js';

const copyOf = id => document.getElementById(id).content.firstElementChild.cloneNode(true);

const itemOf = check => document.getElementById(`check-${check}`);

/** Forgets the report before. */
export function clear() {
  document.querySelector('.outcome').replaceChildren();
  for (const item of document.querySelectorAll('.checks > li')) {
    item.classList.remove('failed');
    const result = item.querySelector('.result');
    result.hidden = true;
    result.replaceChildren();
  }
}

/** Says something in a box; tone is good, bad or quiet. */
export function tell(tone, words, ...more) {
  const box = copyOf(`outcome-${tone}`);
  const text = element('p', element('strong', say(words)));
  box.querySelector('div').append(text, ...more);
  document.querySelector('.outcome').replaceChildren(box);
}

/** Shows every check, and the sentence that sums them up with links to what failed. */
export function show(report) {
  report.forEach(showCheck);
  const failed = report.filter(check => check.status === 'failed');
  const passed = report.some(check => check.status === 'passed');
  tell(failed.length > 0 ? 'bad' : passed ? 'good' : 'quiet', summaryOf(report), ...failed.map(linkTo));
}

function linkTo({ name, detail }) {
  const item = itemOf(name);
  const link = element('a', item.querySelector('h3').firstChild.textContent.trim());
  link.href = `#${item.id}`;
  const line = element('p', link, ` ${say(detail)}`);
  line.className = 'detail';
  return line;
}

function showCheck({ name, status, detail, values }) {
  const item = itemOf(name);
  item.classList.toggle('failed', status === 'failed');
  const text = element('p', say(detail));
  text.className = 'detail';
  const result = item.querySelector('.result');
  result.replaceChildren(element('p', copyOf(`badge-${status}`)), text);
  if (values.length > 0)
    result.append(listOf(values));
  result.hidden = false;
}

function listOf(values) {
  const box = copyOf('values');
  for (const { what, value, command } of values) {
    const description = element('dd', element('code', value));
    if (command !== '')
      description.append(element('pre', element('code', command)));
    box.querySelector('dl').append(element('dt', say(what)), description);
  }
  return box;
}

function element(name, ...content) {
  const created = document.createElement(name);
  created.append(...content);
  return created;
}
