// What the canonical ABI of components asks of C. On wasm32 a C struct lies in memory as the WIT record of the same
// fields does, and a variant as a tag followed by a union; so the types here are those of the WIT, field by field.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A string or a list<u8>.
typedef struct {
  const char *at;
  size_t length;
} bytes;

typedef struct {
  const bytes *at;
  size_t length;
} bytes_list;

#define TEXT(literal) ((bytes){literal, sizeof(literal) - 1})

// Memory until the call in flight has been answered.
void *call_memory(size_t size);
void call_ended(void);

// Memory until it is freed.
void *kept_memory(size_t size);

// Texts joined, up to one whose `at` is NULL, in memory that is kept.
bytes joined(const bytes *parts);
bytes kept_copy(bytes text);
bool equal(bytes one, bytes other);

#define IMPORT(interface, name) __attribute__((import_module(interface), import_name(name)))

// Parameters are scalars: C passes structs by their address, the canonical ABI does not.
//
// An exported function that answers with a pointer, and what the host calls when it has read the answer.
#define EXPORT(function, name)                                                                 \
  __attribute__((export_name("cabi_post_" name))) void function##_ended(void *answer) {        \
    (void)answer;                                                                              \
    call_ended();                                                                              \
  }                                                                                            \
  __attribute__((export_name(name)))
