// Photos that are not yet on the server wait in this browser's database, in the order in which they were taken.

const STORE = 'files';

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('inspection', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true }).createIndex('key', 'key');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run(mode, work) {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    return await new Promise((resolve, reject) => {
      // A write holds once its transaction is through, not when it was asked for.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export class KeptFiles {
  #key;

  constructor(key) {
    this.#key = key;
  }

  add(file) {
    return run('readwrite', store => store.add({ key: this.#key, name: file.name, blob: file }));
  }

  list() {
    return run('readonly', store => store.index('key').getAll(this.#key));
  }

  remove(id) {
    return run('readwrite', store => store.delete(id));
  }
}
