//! remit:plugin/manage: run by whoever owns the database, never while serving.
use crate::abi::{told, Answer, Text};
use crate::ended;
use crate::{sql, table};

fn run(text: &str) -> Result<(), Text> {
    sql::run(text, &[]).map(drop).map_err(|error| error.sentence())
}

#[export_name = "remit:plugin/manage@0.1.0#provision"]
extern "C" fn provision(
    interface: *const u8,
    interface_length: usize,
    resource: *const u8,
    resource_length: usize,
) -> Answer<(), Text> {
    if Text::passed(interface, interface_length).as_str() != "keyValue" {
        return told(Err("this plugin serves keyValue and nothing else".into()));
    }
    told(run(&table::layout(Text::passed(resource, resource_length).as_str())))
}

#[export_name = "remit:plugin/manage@0.1.0#health"]
extern "C" fn health() -> Answer<(), Text> {
    told(run("SELECT count(*) FROM sqlite_schema"))
}

ended! {
    "cabi_post_remit:plugin/manage@0.1.0#provision"
    "cabi_post_remit:plugin/manage@0.1.0#health"
}
