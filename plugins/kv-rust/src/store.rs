//! wasi:keyvalue/store.
use crate::abi::{told, Answer, List, Maybe, Text};
use crate::ended;
use crate::sql::{self, Answered, Error, Value};
use crate::table::{Table, PAGE};
use std::rc::Rc;

#[repr(C, u8)]
pub enum StoreError {
    NoSuchStore,
    AccessDenied,
    Other(Text),
}

/// What the connector said, as the store says it.
impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            Error::Missing(_) => StoreError::NoSuchStore,
            Error::Refused(_) => StoreError::AccessDenied,
            other => StoreError::Other(other.sentence()),
        }
    }
}

/// What a handle stands for. Handles to swap share the table, and may outlive the bucket.
pub struct Bucket {
    pub table: Rc<Table>,
}

#[repr(C)]
pub struct Page {
    keys: List<Text>,
    cursor: Maybe<Text>,
}

#[allow(improper_ctypes)] // The host knows handles; what they stand for is only ours.
#[link(wasm_import_module = "[export]wasi:keyvalue/store@0.2.0-draft2")]
extern "C" {
    #[link_name = "[resource-new]bucket"]
    fn handle_of(bucket: *const Bucket) -> i32;
}

/// The first column of the first row, when there is a row.
pub fn value_of(answered: &Answered) -> Maybe<Text> {
    answered.row().map(|row| row[0].bytes()).into()
}

#[export_name = "wasi:keyvalue/store@0.2.0-draft2#open"]
extern "C" fn open(name: *const u8, length: usize) -> Answer<i32, StoreError> {
    let table = Rc::new(Table::of(Text::passed(name, length).as_str()));
    // SAFETY: `drop_bucket` takes it back.
    told(Ok(unsafe { handle_of(Box::into_raw(Box::new(Bucket { table }))) }))
}

#[export_name = "wasi:keyvalue/store@0.2.0-draft2#[dtor]bucket"]
extern "C" fn drop_bucket(bucket: *mut Bucket) {
    // SAFETY: made by `open`; the host drops a handle once.
    drop(unsafe { Box::from_raw(bucket) });
}

#[export_name = "wasi:keyvalue/store@0.2.0-draft2#[method]bucket.get"]
extern "C" fn get(bucket: &Bucket, key: *const u8, length: usize) -> Answer<Maybe<Text>, StoreError> {
    let found = sql::run(&bucket.table.get, &[Value::Text(Text::passed(key, length))]);
    told(found.map(|answered| value_of(&answered)).map_err(StoreError::from))
}

#[export_name = "wasi:keyvalue/store@0.2.0-draft2#[method]bucket.set"]
extern "C" fn set(
    bucket: &Bucket,
    key: *const u8,
    length: usize,
    value: *const u8,
    size: usize,
) -> Answer<(), StoreError> {
    let parameters = [Value::Text(Text::passed(key, length)), Value::Blob(Text::passed(value, size))];
    told(sql::run(&bucket.table.set, &parameters).map(drop).map_err(StoreError::from))
}

#[export_name = "wasi:keyvalue/store@0.2.0-draft2#[method]bucket.delete"]
extern "C" fn delete(bucket: &Bucket, key: *const u8, length: usize) -> Answer<(), StoreError> {
    let done = sql::run(&bucket.table.delete, &[Value::Text(Text::passed(key, length))]);
    told(done.map(drop).map_err(StoreError::from))
}

#[export_name = "wasi:keyvalue/store@0.2.0-draft2#[method]bucket.exists"]
extern "C" fn exists(bucket: &Bucket, key: *const u8, length: usize) -> Answer<bool, StoreError> {
    let found = sql::run(&bucket.table.exists, &[Value::Text(Text::passed(key, length))]);
    told(found.map(|answered| answered.row().is_some()).map_err(StoreError::from))
}

#[export_name = "wasi:keyvalue/store@0.2.0-draft2#[method]bucket.list-keys"]
extern "C" fn list_keys(
    bucket: &Bucket,
    some: i32,
    cursor: *const u8,
    length: usize,
) -> Answer<Page, StoreError> {
    let after = if some == 0 { Text::from("") } else { Text::passed(cursor, length) };
    let found = sql::run(&bucket.table.list, &[Value::Text(after)]);
    told(found.map(page).map_err(StoreError::from))
}

fn page(found: Answered) -> Page {
    let rows = found.rows.as_slice();
    let keys: Vec<Text> = rows.iter().take(PAGE).map(|row| row.as_slice()[0].bytes()).collect();
    let cursor = if rows.len() > PAGE { keys.last().copied() } else { None };
    Page { keys: List::kept(keys), cursor: cursor.into() }
}

ended! {
    "cabi_post_wasi:keyvalue/store@0.2.0-draft2#open"
    "cabi_post_wasi:keyvalue/store@0.2.0-draft2#[method]bucket.get"
    "cabi_post_wasi:keyvalue/store@0.2.0-draft2#[method]bucket.set"
    "cabi_post_wasi:keyvalue/store@0.2.0-draft2#[method]bucket.delete"
    "cabi_post_wasi:keyvalue/store@0.2.0-draft2#[method]bucket.exists"
    "cabi_post_wasi:keyvalue/store@0.2.0-draft2#[method]bucket.list-keys"
}
