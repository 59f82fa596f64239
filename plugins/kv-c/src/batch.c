#include "store.h"

#define BATCH "wasi:keyvalue/batch@0.2.0-draft2#"

typedef struct {
  bytes key;
  bytes value;
} entry;

typedef struct {
  bool some;
  entry entry;
} maybe_entry;

typedef struct {
  bool failed;
  union {
    struct {
      const maybe_entry *at;
      size_t length;
    } entries;
    store_error error;
  };
} entries_or_error;

// One statement for each key, in one transaction: all are of the same moment.
static sql_answers each_key(bytes text, const bytes *keys, size_t count) {
  sql_statement *statements = call_memory(count * sizeof *statements);
  sql_value *parameters = call_memory(count * sizeof *parameters);
  for (size_t at = 0; at < count; at++) {
    parameters[at] = sql_text(keys[at]);
    statements[at] = (sql_statement){text, &parameters[at], 1};
  }
  return sql_run_all(statements, count);
}

EXPORT(batch_get_many, BATCH "get-many")
entries_or_error *batch_get_many(bucket *bucket, const bytes *keys, size_t count) {
  static entries_or_error answer;
  answer = (entries_or_error){false, .entries = {NULL, 0}};
  if (count == 0) return &answer;
  sql_answers found = each_key(bucket->table.get, keys, count);
  if (found.failed) {
    answer = (entries_or_error){true, .error = store_error_of(found.error)};
    return &answer;
  }
  maybe_entry *entries = call_memory(count * sizeof *entries);
  for (size_t at = 0; at < count; at++) {
    const sql_outcome *outcome = &found.outcomes.at[at];
    entries[at] = (maybe_entry){outcome->count > 0, {keys[at], {0}}};
    if (outcome->count > 0) entries[at].entry.value = outcome->rows[0].columns[0].text;
  }
  answer = (entries_or_error){false, .entries = {entries, count}};
  return &answer;
}

static nothing_or_error *wrote(sql_answers outcome) {
  static nothing_or_error answer;
  answer = (nothing_or_error){outcome.failed, {0}};
  if (outcome.failed) answer.error = store_error_of(outcome.error);
  return &answer;
}

EXPORT(batch_set_many, BATCH "set-many")
nothing_or_error *batch_set_many(bucket *bucket, const entry *entries, size_t count) {
  if (count == 0) return wrote((sql_answers){.failed = false});
  sql_statement *statements = call_memory(count * sizeof *statements);
  sql_value *parameters = call_memory(2 * count * sizeof *parameters);
  for (size_t at = 0; at < count; at++) {
    parameters[2 * at] = sql_text(entries[at].key);
    parameters[2 * at + 1] = sql_blob(entries[at].value);
    statements[at] = (sql_statement){bucket->table.set, &parameters[2 * at], 2};
  }
  return wrote(sql_run_all(statements, count));
}

EXPORT(batch_delete_many, BATCH "delete-many")
nothing_or_error *batch_delete_many(bucket *bucket, const bytes *keys, size_t count) {
  if (count == 0) return wrote((sql_answers){.failed = false});
  return wrote(each_key(bucket->table.remove, keys, count));
}
