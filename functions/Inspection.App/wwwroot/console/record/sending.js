// Sends the form as it stands, and reads what the server says to it.

// No signal, or something in between that has none; whatever else is wrong, the server says so itself.
const NOT_ARRIVED = [408, 429, 500, 502, 503, 504];

/**
 * @param form The form; its address for this is in data-keep.
 * @param file A file of {@link KeptFiles} to go with it, if any.
 * @returns {Promise<{state, basis?, problem?, files?}>} The state is one of saved, conflict, refused, signed-out, kept.
 */
export async function sendForm(form, file) {
  const body = new FormData(form);
  body.delete('Files');
  // The number of the form is for its button: by it a form that was done is not done again.
  body.delete('_once');
  if (file)
    body.append('Files', file.blob, file.name);
  let response, text;
  try {
    response = await fetch(form.dataset.keep, { method: 'POST', body });
    text = await response.text();
  } catch {
    return { state: 'kept' };
  }
  if (NOT_ARRIVED.includes(response.status))
    return { state: 'kept' };
  if (response.status === 401)
    return { state: 'signed-out' };
  const answer = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-kept]');
  if (answer === null)
    return { state: 'refused', problem: `(${response.status})` };
  const { kept: state, basis, problem } = answer.dataset;
  return { state, basis, problem, files: answer.querySelector('[data-files]') };
}
