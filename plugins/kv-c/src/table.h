// A key-value resource as a table of SQLite.
#pragma once
#include "sql.h"

// The statements of one resource; made when its bucket is opened.
typedef struct {
  bytes get, exists, list, set, remove, increment, current, insert, update;
} table;

// Keys a page holds at most; one more is asked for, to know whether there is another page.
enum { page_size = 1000 };

// `kv_orders` for `orders`; what is outside of a-z, 0-9 and _ becomes `$hex$`, so no two names share a table. Kept until the call ends.
bytes table_name(bytes resource);
bytes table_layout(bytes resource);
table table_of(bytes resource);
void table_free(table *table);
