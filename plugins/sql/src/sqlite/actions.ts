/** What each operation does to its table in SQLite. Every write reads too: it looks for the key. */
export const keyValueActions: Readonly<Record<string, readonly string[]>> = {
  get: ['SELECT'],
  exists: ['SELECT'],
  getMany: ['SELECT'],
  list: ['SELECT'],
  set: ['SELECT', 'INSERT', 'UPDATE'],
  setMany: ['SELECT', 'INSERT', 'UPDATE'],
  delete: ['SELECT', 'DELETE'],
  increment: ['SELECT', 'INSERT', 'UPDATE'],
  swap: ['SELECT', 'INSERT', 'UPDATE'],
};

export const blobActions: Readonly<Record<string, readonly string[]>> = {
  read: ['SELECT'],
  exists: ['SELECT'],
  info: ['SELECT'],
  list: ['SELECT'],
  write: ['SELECT', 'INSERT', 'UPDATE'],
  delete: ['SELECT', 'DELETE'],
};
