//! SQL of the roster.

mod bodies;
mod fields;
mod households;
mod people;
mod privacy;
mod roles;
mod same;

pub use bodies::{find_organisation, insert_former_parent, insert_organisation, organisations, put_organisation, tree};
pub use fields::{custom_fields, custom_values, put_custom_field, put_custom_value};
pub use households::{
    find_household, household_members, households, insert_household, put_household_member, update_household,
};
pub use people::{
    FormerAddress, find_person, former_addresses, insert_former_address, insert_former_stay, insert_person,
    merged_people, people, update_person,
};
pub use privacy::{
    consents, erase_frozen, erase_household, erase_merged, erase_person, field_policies, find_consent, frozen_rosters,
    homes_of_only, leavers_years, put_consent, put_field_policy, put_leavers_years, with_belongings,
};
pub use roles::{delete_role, find_role, put_role, roles};
pub use same::{give_all, insert_not_same, mark_merged, merged, merged_into, not_same};
