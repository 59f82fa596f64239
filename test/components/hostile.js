// A store in memory that misbehaves when it is asked for a key with the name of a fault.
const faults = {
  spin() {
    for (;;);
  },
  allocate() {
    for (const kept = []; ;) kept.push(new Uint8Array(65_536));
  },
  // The clock is stubbed by an instruction that traps.
  trap() {
    return Date.now();
  },
  // The interface knows another type of error.
  wrongType() {
    throw new Error('not of the interface');
  },
  overflow() {
    const deeper = (depth) => deeper(depth + 1) + 1;
    return deeper(0);
  },
  known() {
    throw { tag: 'other', val: 'as the interface has it' };
  },
};

class Bucket {
  #values = new Map();

  get(key) {
    if (Object.hasOwn(faults, key)) faults[key]();
    return this.#values.get(key) ?? null;
  }

  set(key, value) {
    this.#values.set(key, value);
  }

  delete(key) {
    this.#values.delete(key);
  }

  exists(key) {
    return this.#values.has(key);
  }

  listKeys() {
    return { keys: [...this.#values.keys()], cursor: null };
  }
}

export const store = {
  Bucket,
  open() {
    return new Bucket();
  },
};
