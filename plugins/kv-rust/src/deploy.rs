//! remit:plugin/deploy: what each operation needs, said before anything runs.
use crate::abi::{told, Answer, List, Text};
use crate::ended;
use crate::table;

#[repr(u8)]
#[derive(Clone, Copy)]
#[allow(dead_code)] // The cases of the WIT.
enum Enforceable {
    Exact,
    Coarse,
    None,
}

#[repr(C)]
pub struct Grant {
    target: Text,
    action: Text,
    resource_type: Text,
    resource: Text,
    enforceable: Enforceable,
    excess: List<Text>,
    reason: Text,
}

/// What each operation does to its table. Every write reads too: it looks for the key.
fn actions(operation: &str) -> Option<&'static [&'static str]> {
    match operation {
        "get" | "exists" | "getMany" | "list" => Some(&["SELECT"]),
        "set" | "setMany" | "increment" | "swap" => Some(&["SELECT", "INSERT", "UPDATE"]),
        "delete" => Some(&["SELECT", "DELETE"]),
        _ => None,
    }
}

fn grant(action: &str, resource: Text) -> Grant {
    Grant {
        target: "sqlite".into(),
        action: action.into(),
        resource_type: "table".into(),
        resource,
        enforceable: Enforceable::None,
        excess: List::kept(vec!["everything in the file".into()]),
        reason: "SQLite has no users: the process may do all to its file, and judges itself.".into(),
    }
}

// The host passes the need's five texts one by one.
#[export_name = "remit:plugin/deploy@0.1.0#grants"]
#[allow(clippy::too_many_arguments)]
extern "C" fn grants(
    interface: *const u8,
    interface_length: usize,
    resource: *const u8,
    resource_length: usize,
    operation: *const u8,
    operation_length: usize,
    target: *const u8,
    target_length: usize,
    _namespace: *const u8,
    _namespace_length: usize,
) -> Answer<List<Grant>, Text> {
    if Text::passed(interface, interface_length).as_str() != "keyValue" {
        return told(Err("this plugin serves keyValue and nothing else".into()));
    }
    if Text::passed(target, target_length).as_str() != "sqlite" {
        return told(Err("this plugin knows the target sqlite and no other".into()));
    }
    let name = List::kept(table::name(Text::passed(resource, resource_length).as_str()).into_bytes());
    let found = actions(Text::passed(operation, operation_length).as_str());
    told(match found {
        Some(actions) => Ok(List::kept(actions.iter().map(|action| grant(action, name)).collect())),
        None => Err("keyValue has no such operation".into()),
    })
}

ended! {
    "cabi_post_remit:plugin/deploy@0.1.0#grants"
}
