// A form with data-drop takes a file that is dropped on it. Without this script its field takes files all the same.

for (const form of document.querySelectorAll('[data-drop]')) {
  const field = form.querySelector('input[type=file]');
  const mark = over => form.classList.toggle('over', over);
  form.addEventListener('dragover', event => {
    event.preventDefault();
    mark(true);
  });
  form.addEventListener('dragleave', () => mark(false));
  form.addEventListener('drop', event => {
    event.preventDefault();
    mark(false);
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      field.focus();
    }
  });
}
