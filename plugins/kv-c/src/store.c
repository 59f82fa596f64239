#include "store.h"
#include <stdlib.h>

#define STORE "wasi:keyvalue/store@0.2.0-draft2#"

IMPORT("[export]wasi:keyvalue/store@0.2.0-draft2", "[resource-new]bucket")
extern int32_t bucket_handle(bucket *bucket);

store_error store_error_of(sql_error error) {
  if (error.tag == SQL_MISSING) return (store_error){NO_SUCH_STORE, {0}};
  if (error.tag == SQL_REFUSED) return (store_error){ACCESS_DENIED, {0}};
  return (store_error){OTHER, error.message};
}

value_or_error value_of(sql_answer answer) {
  if (answer.failed) return (value_or_error){true, .error = store_error_of(answer.error)};
  if (answer.outcome.count == 0) return (value_or_error){false, .found = {false, {0}}};
  return (value_or_error){false, .found = {true, answer.outcome.rows[0].columns[0].text}};
}

void bucket_release(bucket *bucket) {
  if (--bucket->holders > 0) return;
  table_free(&bucket->table);
  free(bucket);
}

EXPORT(store_open, STORE "open") handle_or_error *store_open(const char *identifier, size_t length) {
  static handle_or_error answer;
  bucket *made = kept_memory(sizeof *made);
  *made = (bucket){table_of((bytes){identifier, length}), 1};
  answer = (handle_or_error){false, .handle = bucket_handle(made)};
  return &answer;
}

__attribute__((export_name(STORE "[dtor]bucket"))) void store_bucket_dropped(bucket *self) {
  bucket_release(self);
}

EXPORT(store_get, STORE "[method]bucket.get") value_or_error *store_get(bucket *self, const char *key, size_t length) {
  static value_or_error answer;
  answer = value_of(sql_run(self->table.get, (sql_value[]){sql_text((bytes){key, length})}, 1));
  return &answer;
}

static nothing_or_error *wrote(sql_answer outcome) {
  static nothing_or_error answer;
  answer = (nothing_or_error){outcome.failed, {0}};
  if (outcome.failed) answer.error = store_error_of(outcome.error);
  return &answer;
}

EXPORT(store_set, STORE "[method]bucket.set")
nothing_or_error *store_set(bucket *self, const char *key, size_t length, const char *value, size_t size) {
  return wrote(sql_run(self->table.set, (sql_value[]){sql_text((bytes){key, length}), sql_blob((bytes){value, size})}, 2));
}

EXPORT(store_delete, STORE "[method]bucket.delete") nothing_or_error *store_delete(bucket *self, const char *key, size_t length) {
  return wrote(sql_run(self->table.remove, (sql_value[]){sql_text((bytes){key, length})}, 1));
}

typedef struct {
  bool failed;
  union {
    bool exists;
    store_error error;
  };
} truth_or_error;

EXPORT(store_exists, STORE "[method]bucket.exists") truth_or_error *store_exists(bucket *self, const char *key, size_t length) {
  static truth_or_error answer;
  sql_answer found = sql_run(self->table.exists, (sql_value[]){sql_text((bytes){key, length})}, 1);
  if (found.failed) answer = (truth_or_error){true, .error = store_error_of(found.error)};
  else answer = (truth_or_error){false, .exists = found.outcome.count > 0};
  return &answer;
}

typedef struct {
  bool failed;
  union {
    struct {
      bytes_list keys;
      struct {
        bool some;
        bytes key;
      } cursor;
    } page;
    store_error error;
  };
} page_or_error;

EXPORT(store_list_keys, STORE "[method]bucket.list-keys")
page_or_error *store_list_keys(bucket *self, int32_t some, const char *cursor, size_t length) {
  static page_or_error answer;
  bytes after = some ? (bytes){cursor, length} : TEXT("");
  sql_answer found = sql_run(self->table.list, (sql_value[]){sql_text(after)}, 1);
  if (found.failed) {
    answer = (page_or_error){true, .error = store_error_of(found.error)};
    return &answer;
  }
  bool more = found.outcome.count > page_size;
  size_t count = more ? page_size : found.outcome.count;
  bytes *keys = call_memory(count * sizeof *keys);
  for (size_t row = 0; row < count; row++) keys[row] = found.outcome.rows[row].columns[0].text;
  answer = (page_or_error){false, .page = {.keys = {keys, count}, .cursor = {more, {0}}}};
  if (more) answer.page.cursor.key = keys[count - 1];
  return &answer;
}
