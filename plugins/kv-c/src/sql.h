// remit:connect/sql: a database whose connection and credentials the host holds.
#pragma once
#include "abi.h"

enum { SQL_NULL, SQL_INTEGER, SQL_REAL, SQL_TEXT, SQL_BLOB };

typedef struct {
  uint8_t tag;
  union {
    int64_t integer;
    double real;
    bytes text;
  };
} sql_value;

typedef struct {
  bytes text;
  const sql_value *parameters;
  size_t count;
} sql_statement;

typedef struct {
  const sql_value *columns;
  size_t count;
} sql_row;

typedef struct {
  const sql_row *rows;
  size_t count;
  uint64_t changed;
} sql_outcome;

enum { SQL_REFUSED, SQL_UNAVAILABLE, SQL_CONFLICT, SQL_MISSING, SQL_OTHER };

typedef struct {
  uint8_t tag;
  bytes message;
} sql_error;

typedef struct {
  bool failed;
  union {
    sql_outcome outcome;
    sql_error error;
  };
} sql_answer;

typedef struct {
  bool failed;
  union {
    struct {
      const sql_outcome *at;
      size_t length;
    } outcomes;
    sql_error error;
  };
} sql_answers;

static inline sql_value sql_text(bytes text) { return (sql_value){.tag = SQL_TEXT, .text = text}; }
static inline sql_value sql_blob(bytes blob) { return (sql_value){.tag = SQL_BLOB, .text = blob}; }
static inline sql_value sql_integer(int64_t integer) {
  return (sql_value){.tag = SQL_INTEGER, .integer = integer};
}

// One statement, with `?1` for the first parameter.
sql_answer sql_run(bytes text, const sql_value *parameters, size_t count);

// All statements or none.
sql_answers sql_run_all(const sql_statement *statements, size_t count);
