//! 交付金: what the city decided, what was charged to it, and what is to be refunded.

pub mod acts;
mod basis;
mod book;
mod changes;
mod closing;
mod conditions;
mod cost_change;
mod cycle;
mod equipment;
pub mod facts;
mod grant;
mod judgement;
mod known;
mod rules;
mod settlement;
mod sources;
mod stage;
pub mod store;
mod subsidised;
mod written;

pub use basis::AmountBasis;
pub use book::RuleBook;
pub use changes::{ChangeWarning, change_warnings};
pub use conditions::{Basis, CapPer, CarryOver, DueDay, PaperRule, PaymentMode, Scope, SettlementRule};
pub use cycle::{PaperState, StageState, Way};
pub use equipment::{EquipmentRule, RestrictedFor};
pub use grant::Grant;
pub use judgement::{Cost, Judgement};
pub use known::{Known, KnownGrant, RulesOf, awaited, carried_over, known, own_books, refund_entries, strict};
pub use rules::{CostRule, GrantRules, RuleNote, RulesFrom};
pub use settlement::{CarriedOver, GrantFigures, PutBy, Unnamed, Unplaced};
pub use sources::Left;
pub use stage::{GrantStep, GrantStepId, Stage, StepState};
pub use subsidised::SubsidisedLines;
pub use written::{WrittenCost, WrittenEquipment, WrittenOf, WrittenPaper, WrittenRules, WrittenThreshold};
