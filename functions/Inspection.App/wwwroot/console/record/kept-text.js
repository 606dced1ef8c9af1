// What is typed and not yet on the server stays in this browser, under the form's own key: the visit and the user.

/** What somebody can type or choose in the form, by name; no files, and nothing that the server put there for itself. */
export function read(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('__'));
}

/** Fills the form in as it was read. */
export function fill(form, entries) {
  const values = new Map(entries);
  for (const field of form.elements) {
    if (!values.has(field.name) || field.type === 'file' || field.type === 'submit')
      continue;
    if (field.type === 'radio')
      field.checked = field.value === values.get(field.name);
    else
      field.value = values.get(field.name);
  }
}

/** Whether somebody typed already, such as before this script was there. */
export function isTouched(form) {
  return [...form.elements].some(field => {
    if (field.type === 'radio')
      return field.checked !== field.defaultChecked;
    if (field.options)
      return field.value !== ([...field.options].find(option => option.defaultSelected) ?? field.options[0]).value;
    return field.type !== 'file' && field.defaultValue !== undefined && field.value !== field.defaultValue;
  });
}

export class KeptText {
  #name;

  constructor(key) {
    this.#name = `inspection-draft ${key}`;
  }

  /** Says whether it could be kept: a browser may have no room, or keep nothing at all. */
  put(entries) {
    try {
      localStorage.setItem(this.#name, JSON.stringify(entries));
      return true;
    } catch {
      return false;
    }
  }

  get() {
    try {
      return JSON.parse(localStorage.getItem(this.#name));
    } catch {
      return null;
    }
  }

  clear() {
    try {
      localStorage.removeItem(this.#name);
    } catch {
      // What could not be kept need not be cleared.
    }
  }
}
