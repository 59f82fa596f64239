#include "table.h"

enum { EXACT, COARSE, NONE };

typedef struct {
  bytes target, action, resource_type, resource;
  uint8_t enforceable;
  bytes_list excess;
  bytes reason;
} grant;

typedef struct {
  bool failed;
  union {
    struct {
      const grant *at;
      size_t length;
    } grants;
    bytes sentence;
  };
} grants_or_sentence;

// What each operation does to its table. Every write reads too: it looks for the key.
static const struct {
  bytes operation;
  bytes actions[3];
} operations[] = {
    {TEXT("get"), {TEXT("SELECT")}},
    {TEXT("exists"), {TEXT("SELECT")}},
    {TEXT("getMany"), {TEXT("SELECT")}},
    {TEXT("list"), {TEXT("SELECT")}},
    {TEXT("set"), {TEXT("SELECT"), TEXT("INSERT"), TEXT("UPDATE")}},
    {TEXT("setMany"), {TEXT("SELECT"), TEXT("INSERT"), TEXT("UPDATE")}},
    {TEXT("delete"), {TEXT("SELECT"), TEXT("DELETE")}},
    {TEXT("increment"), {TEXT("SELECT"), TEXT("INSERT"), TEXT("UPDATE")}},
    {TEXT("swap"), {TEXT("SELECT"), TEXT("INSERT"), TEXT("UPDATE")}},
};

static const bytes excess[] = {TEXT("everything in the file")};

static grants_or_sentence refused(bytes sentence) { return (grants_or_sentence){true, .sentence = sentence}; }

static grants_or_sentence granted(bytes resource, bytes operation) {
  for (size_t at = 0; at < sizeof operations / sizeof *operations; at++) {
    if (!equal(operations[at].operation, operation)) continue;
    grant *grants = call_memory(3 * sizeof *grants);
    size_t count = 0;
    for (; count < 3 && operations[at].actions[count].at != NULL; count++) {
      grants[count] = (grant){TEXT("sqlite"),
                              operations[at].actions[count],
                              TEXT("table"),
                              table_name(resource),
                              NONE,
                              {excess, 1},
                              TEXT("SQLite has no users: the process may do all to its file, and judges itself.")};
    }
    return (grants_or_sentence){false, .grants = {grants, count}};
  }
  return refused(TEXT("keyValue has no such operation"));
}

EXPORT(deploy_grants, "remit:plugin/deploy@0.1.0#grants")
grants_or_sentence *deploy_grants(const char *interface, size_t interface_length, const char *resource,
                                  size_t resource_length, const char *operation, size_t operation_length,
                                  const char *target, size_t target_length, const char *schema,
                                  size_t schema_length) {
  static grants_or_sentence answer;
  (void)schema;
  (void)schema_length;
  if (!equal((bytes){interface, interface_length}, TEXT("keyValue"))) {
    answer = refused(TEXT("this plugin serves keyValue and nothing else"));
  } else if (!equal((bytes){target, target_length}, TEXT("sqlite"))) {
    answer = refused(TEXT("this plugin knows the target sqlite and no other"));
  } else {
    answer = granted((bytes){resource, resource_length}, (bytes){operation, operation_length});
  }
  return &answer;
}
