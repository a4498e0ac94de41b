//! The page's types, written from the command table, so that the two sides cannot drift apart.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::command::{Command, Visit, each};

/// The whole of `ui/src/generated/api.ts`.
pub fn typescript() -> String {
    let config = Config::default().with_large_int("number");
    let mut collected = Collected { config, seen: HashSet::new(), types: BTreeMap::new(), commands: String::new() };
    each(&mut collected);
    collected.add::<crate::WireError>();
    collected.add::<crate::Token>();
    let types: String = collected.types.values().map(|declaration| format!("export {declaration}\n\n")).collect();
    let codes: Vec<String> = office::words::errors().keys().map(|code| format!("  | \"{code}\"")).collect();
    format!(
        "// Written from Rust by `UPDATE=1 cargo test -p api bindings`. Never edited.\n\n{types}export type Commands = {{\n{}}};\n\nexport type ErrorCode =\n{};\n",
        collected.commands,
        codes.join("\n")
    )
}

struct Collected {
    config: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    commands: String,
}

impl Collected {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let (name, declaration) = (T::ident(&self.config), T::decl(&self.config));
            let known = self.types.entry(name).or_insert_with(|| declaration.clone());
            assert!(*known == declaration, "two types share a name: {known} {declaration}");
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl TypeVisitor for Collected {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

impl Visit for Collected {
    fn command<C: Command>(&mut self) {
        self.add::<C::Output>();
        C::visit_dependencies(self);
        let (args, result) = (C::inline(&self.config), C::Output::name(&self.config));
        self.commands.push_str(&format!("  \"{}\": {{ args: {args}; result: {result} }};\n", C::NAME));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_has_the_types_of_today() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/generated/api.ts");
        let now = super::typescript();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(std::path::Path::new(path).parent().expect("a folder")).expect("the folder");
            std::fs::write(path, &now).expect("written");
        }
        let there = std::fs::read_to_string(path).unwrap_or_default();
        assert!(there == now, "ui/src/generated/api.ts is stale: run `UPDATE=1 cargo test -p api bindings`");
    }
}
