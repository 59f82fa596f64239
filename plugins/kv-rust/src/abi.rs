//! What the canonical ABI of components asks of Rust. On wasm32 a `repr(C)` struct lies in memory as the WIT record
//! of the same fields does, and a `repr(C, u8)` enum as the variant of the same cases.
use std::alloc::{alloc, dealloc, handle_alloc_error, Layout};
use std::any::Any;
use std::cell::RefCell;

thread_local! {
    /// What the host reads or wrote during the call in flight.
    static CALL: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Puts a value where the host can read it until the call has been answered.
pub fn answer<T: 'static>(value: T) -> *const T {
    let kept = Box::new(value);
    let at = &*kept as *const T;
    CALL.with(|call| call.borrow_mut().push(kept));
    at
}

/// The host has read the answer.
pub fn call_ended() {
    CALL.with(|call| call.borrow_mut().clear());
}

/// Exports what the host calls when it has read the answer of a function: `cabi_post_` and the function's name.
#[macro_export]
macro_rules! ended {
    ($($name:literal)*) => {
        $(const _: () = {
            #[export_name = $name]
            extern "C" fn ended(_answer: usize) {
                $crate::abi::call_ended();
            }
        };)*
    };
}

struct Block(*mut u8, Layout);

impl Drop for Block {
    fn drop(&mut self) {
        // SAFETY: made by cabi_realloc with just this layout, and dropped once.
        unsafe { dealloc(self.0, self.1) }
    }
}

/// The host puts arguments, and what connectors answer, where this says.
#[no_mangle]
extern "C" fn cabi_realloc(old: *const u8, old_size: usize, align: usize, size: usize) -> *mut u8 {
    if size == 0 {
        return align as *mut u8;
    }
    let layout = Layout::from_size_align(size, align).expect("a size that fits");
    // SAFETY: the size is not 0; `old` and `old_size` are what the host was given by an earlier call.
    unsafe {
        let made = alloc(layout);
        if made.is_null() {
            handle_alloc_error(layout);
        }
        if old_size > 0 {
            std::ptr::copy_nonoverlapping(old, made, old_size.min(size));
        }
        answer(Block(made, layout));
        made
    }
}

/// A WIT `list<T>`; of bytes, also a `string`.
#[repr(C)]
pub struct List<T: 'static> {
    at: *const T,
    length: usize,
}

pub type Text = List<u8>;

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T> List<T> {
    /// What the host passed as an address and a length.
    pub fn passed(at: *const T, length: usize) -> Self {
        List { at, length }
    }

    /// A view of what outlives the host's reading: a literal, a field, or what `kept` took.
    pub fn of(items: &[T]) -> Self {
        List { at: items.as_ptr(), length: items.len() }
    }

    /// Takes a vector, until the call has been answered.
    pub fn kept(items: Vec<T>) -> Self {
        // SAFETY: the vector was just put where it stays until then.
        List::of(unsafe { &*answer(items) })
    }

    pub fn as_slice(&self) -> &[T] {
        if self.length == 0 {
            return &[];
        }
        // SAFETY: the host wrote it for this call, or `of` and `kept` saw to it.
        unsafe { std::slice::from_raw_parts(self.at, self.length) }
    }
}

impl Text {
    pub fn as_str(&self) -> &str {
        // The host passes well-formed UTF-8, whatever a caller has.
        std::str::from_utf8(self.as_slice()).expect("UTF-8")
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        List::of(text.as_bytes())
    }
}

/// A WIT `option<T>`.
#[repr(C, u8)]
#[derive(Clone, Copy)]
pub enum Maybe<T> {
    None,
    Some(T),
}

impl<T> From<Option<T>> for Maybe<T> {
    fn from(option: Option<T>) -> Self {
        option.map_or(Maybe::None, Maybe::Some)
    }
}

/// A WIT `result<T, E>`.
#[repr(C, u8)]
pub enum Outcome<T, E> {
    Ok(T),
    Err(E),
}

impl<T, E> From<Result<T, E>> for Outcome<T, E> {
    fn from(result: Result<T, E>) -> Self {
        match result {
            Ok(value) => Outcome::Ok(value),
            Err(error) => Outcome::Err(error),
        }
    }
}

impl<T, E> From<Outcome<T, E>> for Result<T, E> {
    fn from(outcome: Outcome<T, E>) -> Self {
        match outcome {
            Outcome::Ok(value) => Ok(value),
            Outcome::Err(error) => Err(error),
        }
    }
}

/// What every exported function answers with.
pub type Answer<T, E> = *const Outcome<T, E>;

/// Answers with a result.
pub fn told<T: 'static, E: 'static>(result: Result<T, E>) -> Answer<T, E> {
    answer(result.into())
}
