//! A key-value resource as a table of SQLite.

/// Keys a page holds at most; one more is asked for, to know whether there is another page.
pub const PAGE: usize = 1000;

/// A version nobody saw before, so that a value deleted and written again is not taken for the old one.
const VERSION: &str = "random() & 4503599627370495";
const COUNTER: &str = "CAST(CAST(t.value AS TEXT) AS INTEGER)";
const UPSERT: &str = "ON CONFLICT (key) DO UPDATE SET version = excluded.version, value";

/// `kv_orders` for `orders`; what is outside of a-z, 0-9 and _ becomes `$hex$`, so no two names share a table.
pub fn name(resource: &str) -> String {
    let mut name = String::from("kv_");
    for character in resource.chars() {
        match character {
            'a'..='z' | '0'..='9' | '_' => name.push(character),
            _ => name.push_str(&format!("${:x}$", character as u32)),
        }
    }
    name
}

pub fn layout(resource: &str) -> String {
    format!(
        "CREATE TABLE IF NOT EXISTS \"{}\" \
         (key TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        name(resource)
    )
}

/// The statements of one resource; made when its bucket is opened.
pub struct Table {
    pub get: String,
    pub exists: String,
    pub list: String,
    pub set: String,
    pub delete: String,
    pub increment: String,
    pub current: String,
    pub insert: String,
    pub update: String,
}

impl Table {
    pub fn of(resource: &str) -> Self {
        // Of a-z, 0-9, _ and $, so quotes hold it whatever the resource is called.
        let table = format!("\"{}\"", name(resource));
        let row = format!("(key, value, version) VALUES (?1, ?2, {VERSION})");
        Table {
            get: format!("SELECT value FROM {table} WHERE key = ?1"),
            exists: format!("SELECT 1 FROM {table} WHERE key = ?1"),
            list: format!("SELECT key FROM {table} WHERE key > ?1 ORDER BY key LIMIT {}", PAGE + 1),
            set: format!("INSERT INTO {table} {row} {UPSERT} = excluded.value"),
            delete: format!("DELETE FROM {table} WHERE key = ?1"),
            // NULL, which the column refuses, when the value is no counter or the sum no safe integer.
            increment: format!(
                "INSERT INTO {table} AS t (key, value, version) \
                 VALUES (?1, CAST(CAST(?2 AS TEXT) AS BLOB), {VERSION}) \
                 {UPSERT} = CASE WHEN CAST(t.value AS TEXT) = CAST({COUNTER} AS TEXT) \
                 AND {COUNTER} + ?2 BETWEEN -9007199254740991 AND 9007199254740991 \
                 THEN CAST(CAST({COUNTER} + ?2 AS TEXT) AS BLOB) END \
                 RETURNING CAST(CAST(value AS TEXT) AS INTEGER)"
            ),
            current: format!("SELECT value, version FROM {table} WHERE key = ?1"),
            insert: format!("INSERT INTO {table} {row} ON CONFLICT DO NOTHING"),
            update: format!("UPDATE {table} SET value = ?2, version = {VERSION} WHERE key = ?1 AND version = ?3"),
        }
    }
}
