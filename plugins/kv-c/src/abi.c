#include "abi.h"
#include <stdlib.h>
#include <string.h>

typedef struct block {
  struct block *next;
} block;

// Wide enough that what follows is aligned for every type.
enum { header = 16 };

static block *blocks;

void *kept_memory(size_t size) {
  void *memory = malloc(size == 0 ? 1 : size);
  if (memory == NULL) __builtin_trap();
  return memory;
}

void *call_memory(size_t size) {
  if (size > SIZE_MAX - header) __builtin_trap();
  block *made = kept_memory(header + size);
  made->next = blocks;
  blocks = made;
  return (char *)made + header;
}

void call_ended(void) {
  while (blocks != NULL) {
    block *next = blocks->next;
    free(blocks);
    blocks = next;
  }
}

// The host puts arguments, and what connectors answer, where this says.
__attribute__((export_name("cabi_realloc"))) void *cabi_realloc(void *old, size_t old_size, size_t align,
                                                                size_t size) {
  if (size == 0) return (void *)align;
  void *memory = call_memory(size);
  if (old_size > 0) memcpy(memory, old, old_size < size ? old_size : size);
  return memory;
}

bytes joined(const bytes *parts) {
  size_t length = 0;
  for (const bytes *part = parts; part->at != NULL; part++) length += part->length;
  char *text = kept_memory(length);
  char *end = text;
  for (const bytes *part = parts; part->at != NULL; part++) {
    memcpy(end, part->at, part->length);
    end += part->length;
  }
  return (bytes){text, length};
}

bytes kept_copy(bytes text) {
  char *copy = kept_memory(text.length);
  if (text.length > 0) memcpy(copy, text.at, text.length);
  return (bytes){copy, text.length};
}

bool equal(bytes one, bytes other) {
  return one.length == other.length && (one.length == 0 || memcmp(one.at, other.at, one.length) == 0);
}
