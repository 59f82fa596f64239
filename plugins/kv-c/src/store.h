// wasi:keyvalue/store, and what atomics and batch share with it.
#pragma once
#include "table.h"

enum { NO_SUCH_STORE, ACCESS_DENIED, OTHER };

typedef struct {
  uint8_t tag;
  bytes message;
} store_error;

// A handle's representation. Handles to swap hold the bucket too, and may outlive the caller's.
typedef struct {
  table table;
  int holders;
} bucket;

void bucket_release(bucket *bucket);

// What the connector said, as the store says it.
store_error store_error_of(sql_error error);

typedef struct {
  bool failed;
  store_error error;
} nothing_or_error;

typedef struct {
  bool failed;
  union {
    int32_t handle;
    store_error error;
  };
} handle_or_error;

typedef struct {
  bool failed;
  union {
    struct {
      bool some;
      bytes value;
    } found;
    store_error error;
  };
} value_or_error;

// The first column of the first row, when there is a row.
value_or_error value_of(sql_answer answer);
