#include "table.h"
#include <stdlib.h>

typedef struct {
  bool failed;
  bytes sentence;
} nothing_or_sentence;

static nothing_or_sentence *ran(bytes text) {
  static nothing_or_sentence answer;
  sql_answer outcome = sql_run(text, NULL, 0);
  answer = (nothing_or_sentence){outcome.failed, {0}};
  if (outcome.failed) answer.sentence = outcome.error.message;
  return &answer;
}

EXPORT(manage_provision, "remit:plugin/manage@0.1.0#provision")
nothing_or_sentence *manage_provision(const char *interface, size_t interface_length, const char *resource,
                                      size_t resource_length) {
  static nothing_or_sentence refused = {true, TEXT("this plugin serves keyValue and nothing else")};
  if (!equal((bytes){interface, interface_length}, TEXT("keyValue"))) return &refused;
  bytes layout = table_layout((bytes){resource, resource_length});
  nothing_or_sentence *answer = ran(layout);
  free((void *)layout.at);
  return answer;
}

EXPORT(manage_health, "remit:plugin/manage@0.1.0#health") nothing_or_sentence *manage_health(void) {
  return ran(TEXT("SELECT count(*) FROM sqlite_schema"));
}
