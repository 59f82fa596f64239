//! Key-value resources in a SQLite database: `wasi:keyvalue` over `remit:connect/sql`.
//! Edition 2021, no dependencies; the types of abi.rs stand for those of the WIT.
mod abi;
mod atomics;
mod batch;
mod deploy;
mod manage;
mod sql;
mod store;
mod table;
