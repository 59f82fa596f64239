#include "store.h"
#include <stdlib.h>

#define ATOMICS "wasi:keyvalue/atomics@0.2.0-draft2#"

// What a swap compares: the version that was seen last.
typedef struct {
  bucket *bucket;
  bytes key;
  bool some;
  int64_t version;
} cas;

IMPORT("[export]wasi:keyvalue/atomics@0.2.0-draft2", "[resource-new]cas") extern int32_t cas_handle(cas *cas);
IMPORT("[export]wasi:keyvalue/atomics@0.2.0-draft2", "[resource-rep]cas") extern cas *cas_of(int32_t handle);
IMPORT("[export]wasi:keyvalue/atomics@0.2.0-draft2", "[resource-drop]cas") extern void cas_drop(int32_t handle);

// Reads the value, and remembers its version.
static value_or_error cas_read(cas *self) {
  sql_answer seen = sql_run(self->bucket->table.current, (sql_value[]){sql_text(self->key)}, 1);
  value_or_error answer = value_of(seen);
  if (answer.failed) return answer;
  self->some = answer.found.some;
  self->version = self->some ? seen.outcome.rows[0].columns[1].integer : 0;
  return answer;
}

static handle_or_error cas_made(bucket *bucket, bytes key) {
  cas *made = kept_memory(sizeof *made);
  *made = (cas){bucket, kept_copy(key), false, 0};
  bucket->holders++;
  value_or_error seen = cas_read(made);
  // As a handle it is dropped like any other.
  int32_t handle = cas_handle(made);
  if (!seen.failed) return (handle_or_error){false, .handle = handle};
  cas_drop(handle);
  return (handle_or_error){true, .error = seen.error};
}

__attribute__((export_name(ATOMICS "[dtor]cas"))) void atomics_cas_dropped(cas *self) {
  bucket_release(self->bucket);
  free((void *)self->key.at);
  free(self);
}

EXPORT(atomics_cas_new, ATOMICS "[static]cas.new")
handle_or_error *atomics_cas_new(bucket *bucket, const char *key, size_t length) {
  static handle_or_error answer;
  answer = cas_made(bucket, (bytes){key, length});
  return &answer;
}

EXPORT(atomics_cas_current, ATOMICS "[method]cas.current") value_or_error *atomics_cas_current(cas *self) {
  static value_or_error answer;
  answer = cas_read(self);
  return &answer;
}

typedef struct {
  bool failed;
  union {
    int64_t value;
    store_error error;
  };
} number_or_error;

EXPORT(atomics_increment, ATOMICS "increment")
number_or_error *atomics_increment(bucket *bucket, const char *key, size_t length, int64_t delta) {
  static number_or_error answer;
  sql_value parameters[] = {sql_text((bytes){key, length}), sql_integer(delta)};
  sql_answer sum = sql_run(bucket->table.increment, parameters, 2);
  if (sum.failed) answer = (number_or_error){true, .error = store_error_of(sum.error)};
  else answer = (number_or_error){false, .value = sum.outcome.rows[0].columns[0].integer};
  return &answer;
}

enum { STORE_ERROR, CAS_FAILED };

typedef struct {
  bool failed;
  struct {
    uint8_t tag;
    union {
      store_error error;
      int32_t handle;
    };
  } reason;
} swapped;

static sql_answer cas_write(const cas *self, bytes value) {
  const table *table = &self->bucket->table;
  sql_value parameters[] = {sql_text(self->key), sql_blob(value), sql_integer(self->version)};
  return self->some ? sql_run(table->update, parameters, 3) : sql_run(table->insert, parameters, 2);
}

// Takes the handle; when another writer came between, the answer holds a new one on what is there now.
EXPORT(atomics_swap, ATOMICS "swap") swapped *atomics_swap(int32_t handle, const char *value, size_t size) {
  static swapped answer;
  const cas *self = cas_of(handle);
  sql_answer outcome = cas_write(self, (bytes){value, size});
  if (outcome.failed) {
    answer = (swapped){true, {STORE_ERROR, .error = store_error_of(outcome.error)}};
  } else if (outcome.outcome.changed > 0) {
    answer = (swapped){.failed = false};
  } else {
    handle_or_error next = cas_made(self->bucket, self->key);
    if (next.failed) answer = (swapped){true, {STORE_ERROR, .error = next.error}};
    else answer = (swapped){true, {CAS_FAILED, .handle = next.handle}};
  }
  cas_drop(handle);
  return &answer;
}
