//! wasi:keyvalue/atomics: counters, and compare-and-swap by handles.
use crate::abi::{told, Answer, Maybe, Text};
use crate::ended;
use crate::sql::{self, Value};
use crate::store::{value_of, Bucket, StoreError};
use crate::table::Table;
use std::rc::Rc;

/// What a swap compares: the version that was seen last, none when there was no value.
struct Cas {
    table: Rc<Table>,
    key: String,
    version: Option<i64>,
}

#[repr(C, u8)]
enum CasError {
    Store(StoreError),
    /// Another writer came between; the handle is on what is there now.
    Failed(i32),
}

#[allow(improper_ctypes)] // The host knows handles; what they stand for is only ours.
#[link(wasm_import_module = "[export]wasi:keyvalue/atomics@0.2.0-draft2")]
extern "C" {
    #[link_name = "[resource-new]cas"]
    fn handle_of(cas: *const Cas) -> i32;
    #[link_name = "[resource-rep]cas"]
    fn cas_of(handle: i32) -> *const Cas;
    #[link_name = "[resource-drop]cas"]
    fn drop_handle(handle: i32);
}

impl Cas {
    fn made(table: &Rc<Table>, key: &str) -> Result<i32, StoreError> {
        let mut cas = Cas { table: Rc::clone(table), key: key.to_owned(), version: None };
        cas.read()?;
        // SAFETY: `drop_cas` takes it back.
        Ok(unsafe { handle_of(Box::into_raw(Box::new(cas))) })
    }

    /// Reads the value, and remembers its version.
    fn read(&mut self) -> Result<Maybe<Text>, StoreError> {
        let seen = sql::run(&self.table.current, &[Value::Text(self.key.as_str().into())])?;
        self.version = seen.row().map(|row| row[1].integer());
        Ok(value_of(&seen))
    }

    fn write(&self, value: Text) -> Result<bool, StoreError> {
        let (key, value) = (Value::Text(self.key.as_str().into()), Value::Blob(value));
        let done = match self.version {
            Some(version) => sql::run(&self.table.update, &[key, value, Value::Integer(version)]),
            None => sql::run(&self.table.insert, &[key, value]),
        };
        Ok(done?.changed > 0)
    }
}

#[export_name = "wasi:keyvalue/atomics@0.2.0-draft2#[dtor]cas"]
extern "C" fn drop_cas(cas: *mut Cas) {
    // SAFETY: made by `made`; a handle is dropped once.
    drop(unsafe { Box::from_raw(cas) });
}

#[export_name = "wasi:keyvalue/atomics@0.2.0-draft2#[static]cas.new"]
extern "C" fn new(bucket: &Bucket, key: *const u8, length: usize) -> Answer<i32, StoreError> {
    told(Cas::made(&bucket.table, Text::passed(key, length).as_str()))
}

#[export_name = "wasi:keyvalue/atomics@0.2.0-draft2#[method]cas.current"]
extern "C" fn current(cas: &mut Cas) -> Answer<Maybe<Text>, StoreError> {
    told(cas.read())
}

#[export_name = "wasi:keyvalue/atomics@0.2.0-draft2#increment"]
extern "C" fn increment(
    bucket: &Bucket,
    key: *const u8,
    length: usize,
    delta: i64,
) -> Answer<i64, StoreError> {
    let parameters = [Value::Text(Text::passed(key, length)), Value::Integer(delta)];
    let sum = sql::run(&bucket.table.increment, &parameters);
    told(sum.map(|answered| answered.rows.as_slice()[0].as_slice()[0].integer()).map_err(StoreError::from))
}

#[export_name = "wasi:keyvalue/atomics@0.2.0-draft2#swap"]
extern "C" fn swap(handle: i32, value: *const u8, size: usize) -> Answer<(), CasError> {
    // SAFETY: the handle is this call's until it is dropped below.
    let cas = unsafe { &*cas_of(handle) };
    let done = swapped(cas, Text::passed(value, size));
    unsafe { drop_handle(handle) };
    told(done)
}

fn swapped(cas: &Cas, value: Text) -> Result<(), CasError> {
    if cas.write(value).map_err(CasError::Store)? {
        return Ok(());
    }
    Err(CasError::Failed(Cas::made(&cas.table, &cas.key).map_err(CasError::Store)?))
}

ended! {
    "cabi_post_wasi:keyvalue/atomics@0.2.0-draft2#[static]cas.new"
    "cabi_post_wasi:keyvalue/atomics@0.2.0-draft2#[method]cas.current"
    "cabi_post_wasi:keyvalue/atomics@0.2.0-draft2#increment"
    "cabi_post_wasi:keyvalue/atomics@0.2.0-draft2#swap"
}
