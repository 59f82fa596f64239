import sql from 'remit:connect/sql@0.1.0';

// A store whose every answer comes from its connector.
const ask = (text, parameters = []) => {
  try {
    return sql.query({ text, parameters });
  } catch ({ payload }) {
    throw { tag: 'other', val: `${payload.tag}: ${payload.val}` };
  }
};

class Bucket {
  get(key) {
    const { rows } = ask(`get ${key}`);
    return rows.length === 0 ? null : rows[0][0].val;
  }

  set(key, val) {
    ask(`set ${key}`, [
      { tag: 'blob', val },
      { tag: 'texts', val: ['ä', key] },
    ]);
  }

  delete(key) {
    ask(`delete ${key}`);
  }

  exists(key) {
    return ask(`exists ${key}`).rows.length > 0;
  }

  listKeys() {
    return { keys: [], cursor: null };
  }
}

export const store = {
  Bucket,
  open() {
    return new Bucket();
  },
};
