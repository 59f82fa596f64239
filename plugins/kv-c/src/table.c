#include "table.h"
#include <stdlib.h>
#include <string.h>

// A version nobody saw before, so that a value deleted and written again is not taken for the old one.
#define VERSION "random() & 4503599627370495"
#define COUNTER "CAST(CAST(t.value AS TEXT) AS INTEGER)"
#define UPSERT "ON CONFLICT (key) DO UPDATE SET version = excluded.version, value"

static bool plain(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

// The code point that starts at `text`, and how many bytes it takes; the host passes no UTF-8 that is not well-formed.
static uint32_t code_point(const unsigned char *text, size_t *length) {
  if (text[0] < 0x80) return *length = 1, text[0];
  *length = text[0] < 0xe0 ? 2 : text[0] < 0xf0 ? 3 : 4;
  uint32_t code = text[0] & (0xff >> (*length + 1));
  for (size_t next = 1; next < *length; next++) code = code << 6 | (text[next] & 63);
  return code;
}

static char *put_hex(char *end, uint32_t code) {
  int digits = 1;
  while (digits < 8 && code >> (4 * digits) != 0) digits++;
  while (digits > 0) *end++ = "0123456789abcdef"[code >> (4 * --digits) & 15];
  return end;
}

bytes table_name(bytes resource) {
  // Four characters for a byte are the most there are: `$2e$`.
  char *name = call_memory(3 + 4 * resource.length);
  memcpy(name, "kv_", 3);
  char *end = name + 3;
  for (size_t at = 0, length; at < resource.length; at += length) {
    uint32_t code = code_point((const unsigned char *)resource.at + at, &length);
    if (code < 0x80 && plain(code)) {
      *end++ = (char)code;
    } else {
      *end++ = '$';
      end = put_hex(end, code);
      *end++ = '$';
    }
  }
  return (bytes){name, (size_t)(end - name)};
}

// The name is of a-z, 0-9, _ and $, so quotes hold it whatever the resource is called.
static bytes statement(const char *before, bytes name, const char *after) {
  return joined((bytes[]){{before, strlen(before)}, name, {after, strlen(after)}, {NULL, 0}});
}

bytes table_layout(bytes resource) {
  bytes name = table_name(resource);
  return statement("CREATE TABLE IF NOT EXISTS \"", name,
                         "\" (key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL) "
                         "STRICT, WITHOUT ROWID");
}

table table_of(bytes resource) {
  bytes name = table_name(resource);
  return (table){
      .get = statement("SELECT value FROM \"", name, "\" WHERE key = ?1"),
      .exists = statement("SELECT 1 FROM \"", name, "\" WHERE key = ?1"),
      .list = statement("SELECT key FROM \"", name, "\" WHERE key > ?1 ORDER BY key LIMIT 1001"),
      .set = statement("INSERT INTO \"", name,
                       "\" (key, value, version) VALUES (?1, ?2, " VERSION ") " UPSERT " = excluded.value"),
      .remove = statement("DELETE FROM \"", name, "\" WHERE key = ?1"),
      // NULL, which the column refuses, when the value is no counter or the sum no safe integer.
      .increment = statement(
          "INSERT INTO \"", name,
          "\" AS t (key, value, version) VALUES (?1, CAST(CAST(?2 AS TEXT) AS BLOB), " VERSION ") " UPSERT
          " = CASE WHEN CAST(t.value AS TEXT) = CAST(" COUNTER " AS TEXT) AND " COUNTER
          " + ?2 BETWEEN -9007199254740991 AND 9007199254740991 THEN CAST(CAST(" COUNTER
          " + ?2 AS TEXT) AS BLOB) END RETURNING CAST(CAST(value AS TEXT) AS INTEGER)"),
      .current = statement("SELECT value, version FROM \"", name, "\" WHERE key = ?1"),
      .insert = statement("INSERT INTO \"", name,
                          "\" (key, value, version) VALUES (?1, ?2, " VERSION ") ON CONFLICT DO NOTHING"),
      .update = statement("UPDATE \"", name,
                          "\" SET value = ?2, version = " VERSION " WHERE key = ?1 AND version = ?3"),
  };
}

void table_free(table *table) {
  bytes *texts = (bytes *)table;
  for (size_t each = 0; each < sizeof(*table) / sizeof(bytes); each++) free((void *)texts[each].at);
}
