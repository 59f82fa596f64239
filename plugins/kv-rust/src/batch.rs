//! wasi:keyvalue/batch: many statements in one transaction.
use crate::abi::{told, Answer, List, Maybe, Text};
use crate::ended;
use crate::sql::{self, Answered, Statement, Value};
use crate::store::{value_of, Bucket, StoreError};

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Entry {
    key: Text,
    value: Text,
}

fn run<const COUNT: usize>(text: &str, each: &[[Value; COUNT]]) -> Result<Vec<Answered>, StoreError> {
    if each.is_empty() {
        return Ok(Vec::new());
    }
    let statements: Vec<Statement> =
        each.iter().map(|values| Statement { text: text.into(), parameters: List::of(values) }).collect();
    Ok(sql::run_all(&statements)?.as_slice().to_vec())
}

fn of_keys(keys: &[Text]) -> Vec<[Value; 1]> {
    keys.iter().map(|key| [Value::Text(*key)]).collect()
}

#[export_name = "wasi:keyvalue/batch@0.2.0-draft2#get-many"]
extern "C" fn get_many(bucket: &Bucket, keys: *const Text, count: usize) -> Answer<List<Maybe<Entry>>, StoreError> {
    let list = List::passed(keys, count);
    let keys = list.as_slice();
    let found = run(&bucket.table.get, &of_keys(keys));
    told(found.map(|answers| {
        let entry = |(key, answered): (&Text, &Answered)| match value_of(answered) {
            Maybe::Some(value) => Maybe::Some(Entry { key: *key, value }),
            Maybe::None => Maybe::None,
        };
        List::kept(keys.iter().zip(&answers).map(entry).collect())
    }))
}

#[export_name = "wasi:keyvalue/batch@0.2.0-draft2#set-many"]
extern "C" fn set_many(bucket: &Bucket, entries: *const Entry, count: usize) -> Answer<(), StoreError> {
    let list = List::passed(entries, count);
    let values: Vec<_> =
        list.as_slice().iter().map(|entry| [Value::Text(entry.key), Value::Blob(entry.value)]).collect();
    told(run(&bucket.table.set, &values).map(drop))
}

#[export_name = "wasi:keyvalue/batch@0.2.0-draft2#delete-many"]
extern "C" fn delete_many(bucket: &Bucket, keys: *const Text, count: usize) -> Answer<(), StoreError> {
    told(run(&bucket.table.delete, &of_keys(List::passed(keys, count).as_slice())).map(drop))
}

ended! {
    "cabi_post_wasi:keyvalue/batch@0.2.0-draft2#get-many"
    "cabi_post_wasi:keyvalue/batch@0.2.0-draft2#set-many"
    "cabi_post_wasi:keyvalue/batch@0.2.0-draft2#delete-many"
}
