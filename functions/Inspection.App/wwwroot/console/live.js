// Keeps a part of a page fresh: <section data-live="3000"> is read again every so many milliseconds, for as long as it
// says so itself, or holds something that is still pending. With data-then="reload" the whole page is loaded again at the
// end, where more of it has changed than the part. Without this module the reader loads the page again.

const minimum = 1000;

async function freshen(section) {
  const response = await fetch(location.href, { headers: { accept: "text/html" }, redirect: "error" });
  if (!response.ok) return section;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById(section.id);
  if (!fresh || fresh.innerHTML === section.innerHTML) return section;
  // What somebody is typing into, or has stepped to, is left alone until the next time.
  if (section.contains(document.activeElement)) return section;
  const next = document.importNode(fresh, true);
  section.replaceWith(next);
  return next;
}

function isGoingOn(section) {
  return "live" in section.dataset && (section.dataset.until !== "settled" || section.querySelector("[data-pending]") !== null);
}

async function watch(section) {
  while (isGoingOn(section)) {
    await new Promise((done) => setTimeout(done, Math.max(minimum, Number(section.dataset.live))));
    try {
      section = await freshen(section);
    } catch {
      // The network may come back; until then the page stays as it is.
    }
  }

  if (section.dataset.then === "reload") location.reload();
}

for (const section of document.querySelectorAll("[data-live]")) watch(section);
