#include "sql.h"

IMPORT("remit:connect/sql@0.1.0", "query")
extern void query(const char *text, size_t length, const sql_value *parameters, size_t count, sql_answer *answer);

IMPORT("remit:connect/sql@0.1.0", "transaction")
extern void transaction(const sql_statement *statements, size_t count, sql_answers *answer);

sql_answer sql_run(bytes text, const sql_value *parameters, size_t count) {
  sql_answer answer;
  query(text.at, text.length, parameters, count, &answer);
  return answer;
}

sql_answers sql_run_all(const sql_statement *statements, size_t count) {
  sql_answers answer;
  transaction(statements, count, &answer);
  return answer;
}
