declare module 'remit:connect/sql@0.1.0' {
  const sql: import('remit/plugin').Sql;
  export default sql;
}
