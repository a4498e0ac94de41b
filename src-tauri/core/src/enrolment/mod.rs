//! 自治会加入: what associations said about their households, and the rate Σ加入 ÷ Σ世帯.

pub mod acts;
pub mod ages;
pub mod apply;
mod chosen;
mod city;
pub mod city_sheet;
pub mod facts;
pub mod import;
mod kind;
pub mod known;
mod observation;
mod payment;
mod rate;
mod seen;
mod snapshot;
pub mod store;
pub mod survey;
mod target;
pub mod town;
pub mod town_import;
mod trend;

pub use chosen::Observed;
pub use city::{City, CityFigure};
pub use city_sheet::CitySheet;
pub use kind::{Basis, CountKind};
pub use known::{Known, Recorded, known, recorded};
pub use observation::{
    AssociationYear, AssociationYearId, Certainty, HouseholdObservation, HouseholdObservationId, Observation,
    ObservationId,
};
pub use payment::{PaymentChoice, PaymentGiven, paid};
pub use rate::{
    AreaRate, Flag, YearRate, by_association, flags, households_needed, lacking, rates_by_area, rates_by_year,
    rates_of_both,
};
pub use seen::Seen;
pub use snapshot::{FrozenYear, Snapshot, is_frozen};
pub use target::{OwnTarget, Target, Targets};
pub use town::{Part, Town, TownCount, TownId, TownShare, WHOLE};
pub use trend::Trend;
