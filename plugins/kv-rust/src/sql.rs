//! remit:connect/sql: a database whose connection and credentials the host holds.
use crate::abi::{List, Outcome, Text};
use std::mem::MaybeUninit;

#[repr(C, u8)]
#[derive(Clone, Copy)]
#[allow(dead_code)] // The host makes those that this plugin does not.
pub enum Value {
    Null,
    Integer(i64),
    Real(f64),
    Text(Text),
    Blob(Text),
    Texts(List<Text>),
    Blobs(List<Text>),
}

#[repr(C)]
pub struct Statement {
    pub text: Text,
    pub parameters: List<Value>,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Answered {
    pub rows: List<List<Value>>,
    pub changed: u64,
}

#[repr(C, u8)]
#[allow(dead_code)] // The host makes them.
pub enum Error {
    Refused(Text),
    Unavailable(Text),
    Conflict(Text),
    Missing(Text),
    Other(Text),
}

impl Error {
    pub fn sentence(&self) -> Text {
        match self {
            Error::Refused(said) | Error::Unavailable(said) | Error::Conflict(said) => *said,
            Error::Missing(said) | Error::Other(said) => *said,
        }
    }
}

#[allow(improper_ctypes)] // The types are those of the WIT.
#[link(wasm_import_module = "remit:connect/sql@0.1.0")]
extern "C" {
    fn query(
        text: *const u8,
        length: usize,
        parameters: *const Value,
        count: usize,
        answer: *mut Outcome<Answered, Error>,
    );
    fn transaction(statements: *const Statement, count: usize, answer: *mut Outcome<List<Answered>, Error>);
}

/// One statement, with `?1` for the first parameter.
pub fn run(text: &str, parameters: &[Value]) -> Result<Answered, Error> {
    let mut answer = MaybeUninit::uninit();
    // SAFETY: the host reads what it is passed and writes an answer, or ends the instance.
    unsafe {
        query(text.as_ptr(), text.len(), parameters.as_ptr(), parameters.len(), answer.as_mut_ptr());
        answer.assume_init().into()
    }
}

/// All statements or none.
pub fn run_all(statements: &[Statement]) -> Result<List<Answered>, Error> {
    let mut answer = MaybeUninit::uninit();
    // SAFETY: as above.
    unsafe {
        transaction(statements.as_ptr(), statements.len(), answer.as_mut_ptr());
        answer.assume_init().into()
    }
}

impl Answered {
    /// The first row, when there is one.
    pub fn row(&self) -> Option<&[Value]> {
        self.rows.as_slice().first().map(List::as_slice)
    }
}

impl Value {
    /// What a column of bytes or text holds.
    pub fn bytes(&self) -> Text {
        match self {
            Value::Text(bytes) | Value::Blob(bytes) => *bytes,
            _ => panic!("the database answered something else than bytes"),
        }
    }

    pub fn integer(&self) -> i64 {
        match self {
            Value::Integer(integer) => *integer,
            _ => panic!("the database answered something else than an integer"),
        }
    }
}
