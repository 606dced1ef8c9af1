// Shows what a form would come to while it is filled in: <form data-preview="?handler=preview" data-into="preview"> is sent
// after each change, by GET, and the answer put into the element of that id. Without this module a button does it.

const pause = 250;
const again = 1500;

for (const form of document.querySelectorAll("form[data-preview]")) {
  const place = document.getElementById(form.dataset.into);
  let waiting;
  let asked = 0;

  const ask = async () => {
    const turn = ++asked;
    const query = new URLSearchParams(new FormData(form));
    query.delete("__RequestVerificationToken");
    query.delete("_once");
    query.set("handler", form.dataset.preview);
    const response = await fetch(`${location.pathname}?${query}`).catch(() => null);
    // Only the last question's answer counts.
    if (!response?.ok || turn !== asked) return;
    place.innerHTML = await response.text();
    if (place.querySelector("[data-pending]")) waiting = setTimeout(ask, again);
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  });
  if (place.querySelector("[data-pending]")) waiting = setTimeout(ask, again);
}
