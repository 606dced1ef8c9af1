// Shows how far an import is, and opens its page anew once it has ended. Without this script the page has a link to refresh.

const card = document.querySelector('[data-import]');
const bar = card.querySelector('progress');
const processed = card.querySelector('[data-processed]');
const total = card.querySelector('[data-total]');
const ended = ['Done', 'Checked', 'Rejected', 'Unreadable', 'Failed'];

async function look() {
  const answer = await fetch(`/api/v1/imports/${card.dataset.import}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    setTimeout(look, 5000);
    return;
  }

  const job = await answer.json();
  if (ended.includes(job.state)) {
    location.reload();
    return;
  }

  processed.textContent = job.processed;
  total.textContent = job.total;
  if (job.state === 'Writing') {
    bar.max = Math.max(job.total, 1);
    bar.value = job.processed;
  }

  setTimeout(look, 1000);
}

setTimeout(look, 500);
