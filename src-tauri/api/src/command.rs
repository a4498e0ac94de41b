//! One request that may be asked, and the table of all of them.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Desk, Error, Result, WireError, accounts, activities, attachments, enrolment, equipment, grants, home, intake,
    lists, meetings, office, privacy, recovery, reports, roster, sample, search,
};

/// One request: its fields are what is asked, `run` is what is done.
pub trait Command: DeserializeOwned + TS + 'static {
    /// `area.verb_noun`
    const NAME: &'static str;
    /// The answer.
    type Output: Serialize + TS + 'static;
    /// Does it.
    fn run(self, desk: &Desk) -> Result<Self::Output>;
}

/// Where a call comes from; rights are checked here, before anything runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The desk's own window.
    Window,
    /// The command line.
    CommandLine,
    /// A browser in tests and development.
    Browser,
}

/// Makes the dispatcher and the list that the bindings are written from.
macro_rules! commands {
    ($($area:ident :: $command:ident),* $(,)?) => {
        fn dispatch(desk: &Desk, name: &str, args: Value) -> Result<Value> {
            match name {
                $(<$area::$command as Command>::NAME => run::<$area::$command>(desk, args),)*
                _ => Err(Error::refused("api.unknown_command").with("name", name)),
            }
        }

        /// Calls `visit` with each command's name, arguments and answer.
        pub(crate) fn each(visit: &mut impl Visit) {
            $(visit.command::<$area::$command>();)*
        }
    };
}

/// Sees every command of the table.
pub(crate) trait Visit {
    /// One command.
    fn command<C: Command>(&mut self);
}

commands![
    office::Status,
    office::Profiles,
    office::Create,
    office::ConfirmRecovery,
    office::Unlock,
    office::OpenCopy,
    office::Close,
    office::SaveSettings,
    office::Undo,
    office::Redo,
    office::UndoOne,
    office::History,
    office::ChangesOf,
    office::Check,
    privacy::PrivacyOverview,
    privacy::SavePolicy,
    privacy::Consents,
    privacy::RecordConsent,
    privacy::WithdrawConsent,
    privacy::SaveRetention,
    privacy::EraseLeavers,
    attachments::ListAttachments,
    attachments::Attach,
    attachments::Detach,
    attachments::Restore,
    attachments::AttachmentContent,
    attachments::TakeOut,
    attachments::Turn,
    attachments::HandIn,
    roster::ListPeople,
    roster::PersonById,
    roster::SavePerson,
    roster::Leave,
    roster::Rejoin,
    roster::Movements,
    roster::ListHouseholds,
    roster::HouseholdById,
    roster::SaveHousehold,
    roster::FoundHouseholds,
    roster::MoveIn,
    roster::MoveOut,
    roster::MoveHousehold,
    roster::SuggestHouseholds,
    roster::Bodies,
    roster::BodyTree,
    roster::BodyById,
    roster::SaveBody,
    roster::SaveRole,
    roster::RemoveRole,
    roster::OfficersOn,
    roster::OfficesEnding,
    roster::ChangeOfficers,
    roster::Duplicates,
    roster::MergePeople,
    roster::KeepApart,
    roster::CustomFields,
    roster::SaveCustomField,
    roster::RetireField,
    enrolment::ListAssociations,
    enrolment::AssociationById,
    enrolment::SaveCount,
    enrolment::RecordFurther,
    enrolment::RemoveFurther,
    enrolment::ChooseBasis,
    enrolment::SetArea,
    enrolment::TakeSnapshot,
    enrolment::DropSnapshot,
    enrolment::SetTarget,
    enrolment::SetCity,
    enrolment::CitySheetPlaces,
    enrolment::ReadCitySheet,
    enrolment::SaveCitySheet,
    enrolment::DropCitySheet,
    enrolment::FillCitySheet,
    enrolment::RefillCitySheet,
    enrolment::Towns,
    enrolment::SaveShares,
    enrolment::Ages,
    enrolment::TallyPeople,
    enrolment::Payment,
    enrolment::ChoosePayment,
    enrolment::Survey,
    enrolment::AnswerSurvey,
    accounts::ListEntries,
    accounts::EntryById,
    accounts::EntryChoices,
    accounts::EntryEffect,
    accounts::RecordEntry,
    accounts::VoidEntry,
    accounts::CorrectEntry,
    accounts::ListPurses,
    accounts::SavePurses,
    accounts::SetReceipt,
    accounts::SetEligibility,
    accounts::ListRecurring,
    accounts::SaveRecurring,
    accounts::EndRecurring,
    accounts::RecordRecurring,
    accounts::SlipKinds,
    accounts::PrintSlips,
    accounts::PrintSlip,
    accounts::ListAdvances,
    accounts::GiveAdvance,
    accounts::SettlementEffect,
    accounts::SettleAdvance,
    accounts::BudgetStatus,
    accounts::MonthSums,
    accounts::PutLines,
    accounts::ReallocationEffect,
    accounts::CopyBudget,
    accounts::DecideBudget,
    accounts::SaveRevision,
    accounts::DecideRevision,
    accounts::DiscardRevision,
    accounts::Reallocate,
    accounts::TakeBackReallocation,
    accounts::BudgetParts,
    accounts::PartsEffect,
    accounts::SaveParts,
    accounts::ListCommittees,
    accounts::CommitteeById,
    accounts::ListFunds,
    accounts::FundStatus,
    accounts::SaveFund,
    accounts::PlanReserve,
    accounts::ListItems,
    accounts::AddItem,
    accounts::RenameItem,
    accounts::RenameHeading,
    accounts::MoveItem,
    accounts::RetireItem,
    accounts::ReuseItem,
    accounts::RemoveItem,
    accounts::ListReceipts,
    accounts::ReceiptsOf,
    accounts::ReceiptForm,
    accounts::SaveReceipt,
    accounts::RemoveReceipt,
    accounts::TickReceipt,
    accounts::PrintMounts,
    accounts::PackReceipts,
    accounts::ReadStatement,
    accounts::KeepStatement,
    accounts::BankBook,
    accounts::LineDraft,
    accounts::RecordLine,
    accounts::JoinLine,
    accounts::PartLine,
    accounts::BankRules,
    accounts::SaveRule,
    accounts::RemoveRule,
    accounts::YearState,
    accounts::ListAudits,
    accounts::RecordAudit,
    accounts::PutOutAudit,
    accounts::LendCopy,
    accounts::PutOutInterim,
    accounts::StateBalances,
    accounts::LockMonth,
    accounts::UnlockMonth,
    accounts::CloseYear,
    accounts::ReopenYear,
    equipment::ListEquipment,
    equipment::EquipmentById,
    equipment::EquipmentForm,
    equipment::EquipmentEffect,
    equipment::SaveEquipment,
    equipment::PassOver,
    equipment::SealPapers,
    equipment::PrintSeals,
    equipment::CheckEquipment,
    equipment::Lend,
    equipment::GiveBack,
    equipment::PrintLoan,
    equipment::EraseBorrowers,
    equipment::DisposalEffect,
    equipment::PlanDisposal,
    equipment::Dispose,
    equipment::DropPlan,
    grants::ListGrants,
    grants::RecordDecision,
    grants::AddGrant,
    grants::RecordStep,
    grants::RemoveStep,
    activities::ListOccasions,
    activities::OccasionById,
    activities::SaveOccasion,
    activities::PlanOfYear,
    activities::DaysNamed,
    activities::SavePlan,
    activities::RemovePlan,
    activities::OrderPlan,
    activities::CopyPlan,
    meetings::ListMeetings,
    meetings::MeetingById,
    meetings::SaveMeeting,
    meetings::MeetingRules,
    meetings::SetRules,
    meetings::TakeRoll,
    meetings::Roll,
    meetings::Mark,
    meetings::Seat,
    meetings::WriteVotes,
    meetings::SaveItem,
    meetings::AddUsualItems,
    meetings::MoveItem,
    meetings::RemoveItem,
    meetings::PutNominations,
    meetings::RecordResult,
    meetings::TakeEffect,
    meetings::PutOutMeeting,
    intake::Preview,
    intake::Apply,
    intake::Sheet,
    sample::MakeSample,
    sample::OpenSample,
    home::Home,
    search::Search,
    recovery::RecoverySheet,
    recovery::PrintRecoverySheet,
    reports::ListFacts,
    reports::ListForms,
    reports::Prepare,
    reports::WriteText,
    reports::PutOut,
    reports::Reprint,
    lists::Choices,
    lists::Rows,
    lists::Preview,
    lists::Unheld,
    lists::Output,
    lists::Save,
    lists::Remove,
    lists::KeepShift,
    lists::Disclosures,
    lists::MarkReturned,
    lists::Withdraw,
];

fn run<C: Command>(desk: &Desk, args: Value) -> Result<Value> {
    let args = if args.is_null() { Value::Object(Default::default()) } else { args };
    let command: C = serde_json::from_value(args)
        .map_err(|e| Error::refused("api.bad_arguments").with("command", C::NAME).with("detail", e))?;
    let answer = command.run(desk)?;
    serde_json::to_value(answer).map_err(|e| Error::refused("api.no_answer").with("command", C::NAME).with("detail", e))
}

/// Runs the command of that name. A panic becomes one code; the desk goes on.
pub fn call(desk: &Desk, _origin: Origin, name: &str, args: Value) -> Result<Value, WireError> {
    let attempt = std::panic::AssertUnwindSafe(|| dispatch(desk, name, args));
    match std::panic::catch_unwind(attempt) {
        Ok(answer) => answer.map_err(WireError::from),
        Err(_) => Err(Error::refused("api.bug").with("command", name).into()),
    }
}
