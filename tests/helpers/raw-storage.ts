import type { Page } from 'playwright-core';

/** All that IndexedDB holds, keys too, as text: read raw, past our own code. */
export const rawBytes = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    let text = '';
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const [keys, values] = await Promise.all([
          done(database.transaction(store).objectStore(store).getAllKeys()),
          done(database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>),
        ]);
        text += JSON.stringify(keys);
        for (const value of values)
          text += value instanceof Blob ? await value.text() : JSON.stringify(value);
      }
      database.close();
    }
    return text;
  });
