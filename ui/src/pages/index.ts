import { advancesPage } from './accounts/advances';
import { approvalsPage } from './accounts/approvals';
import { auditPage } from './accounts/audit';
import { bankPage } from './accounts/bank';
import { bankLinePage } from './accounts/bank/line';
import { bankRulesPage } from './accounts/bank/rules';
import { budgetPage } from './accounts/budget';
import { initialBudgetPage } from './accounts/budget/initial';
import { reallocationPage } from './accounts/budget/move';
import { partsPage } from './accounts/budget/parts';
import { revisionPage } from './accounts/budget/revision';
import { chartsPage } from './accounts/charts';
import { committeePage } from './accounts/committee';
import { committeesPage } from './accounts/committees';
import { closingPage } from './accounts/closing';
import { correctPage } from './accounts/correct';
import { equipmentPages, equipmentWriting } from './accounts/equipment';
import { entriesPage } from './accounts/entries';
import { entryPage } from './accounts/entry';
import { fundPage } from './accounts/fund';
import { fundsPage } from './accounts/funds';
import { givePage } from './accounts/give';
import { itemsPage } from './accounts/items';
import { pursesPage } from './accounts/purses';
import { newReceiptPage, receiptPage } from './accounts/receipt';
import { receiptsPage } from './accounts/receipts';
import { recordPage } from './accounts/record';
import { newRecurringPage, oneRecurringPage } from './accounts/recur';
import { recurringPage } from './accounts/recurring';
import { refundPage } from './accounts/refund';
import { slipsPage } from './accounts/slips';
import { settlePage } from './accounts/settle';
import { attendancePage } from './activities/attendance';
import { volunteerRatesPage } from './activities/rates';
import { calendarPage } from './activities/calendar';
import { editPlanActionPage, newPlanActionPage, planActionPage } from './activities/community/action';
import { newPlanHeadingPage, planHeadingPage } from './activities/community/heading';
import { newPlanIndicatorPage, planIndicatorPage } from './activities/community/indicator';
import { communityPlanPage } from './activities/community/overview';
import { planTermsPage } from './activities/community/terms';
import { planYearPage } from './activities/community/year';
import { linePage } from './activities/line';
import { makeOccasionsPage } from './activities/make';
import { newOccasionPage, occasionPage } from './activities/occasion';
import { occasionsPage } from './activities/occasions';
import { planPage } from './activities/plan';
import { newPlannedPage, plannedPage } from './activities/planned';
import { associationPage } from './enrolment/association';
import { agesPage } from './enrolment/ages';
import { associationsPage } from './enrolment/associations';
import { paymentPage } from './enrolment/payment';
import { citySheetPage } from './enrolment/sheet';
import { surveyPage } from './enrolment/survey';
import { townsPage } from './enrolment/towns';
import { enrolmentYearPage } from './enrolment/year';
import { grantsPage } from './grants/grants';
import { grantRulesPage } from './grants/rules';
import { handoverPage } from './handover/handover';
import { keysPage } from './handover/keys';
import { newNotePage, notePage } from './handover/note';
import { notesPage } from './handover/notes';
import { tourPage } from './handover/tour';
import { homePage } from './home/home';
import { yearWorkPage } from './home/year';
import { choosePage } from './intake/choose';
import { importPages } from './intake/import';
import { disclosuresPage } from './lists/disclosures';
import { printPage } from './lists/print';
import { bookletPage } from './meetings/booklet';
import { bylawsPage } from './meetings/bylaws';
import { guestsPage } from './meetings/guests';
import { itemPage } from './meetings/item';
import { meetingPage, newMeetingPage } from './meetings/meeting';
import { meetingsPage } from './meetings/meetings';
import { receptionPage } from './meetings/reception';
import { rulesPage } from './meetings/rules';
import { fieldsPage } from './office/fields';
import { historyPage } from './office/history';
import { privacyPage } from './office/privacy';
import { settingsPages } from './office/settings';
import type { Page } from './page';
import { formsPage } from './reports/forms';
import { paperPage } from './reports/paper';
import { bodiesPage } from './roster/bodies';
import { bodyPage, newBodyPage } from './roster/body';
import { changePage } from './roster/change';
import { gatherPage } from './roster/gather';
import { householdPage, newHouseholdPage } from './roster/household';
import { householdsPage } from './roster/households';
import { movementsPage } from './roster/movements';
import { officersPage } from './roster/officers';
import { peoplePage } from './roster/people';
import { newPersonPage, personPage } from './roster/person';
import { samePage } from './roster/same';

/** Every page of the desk; addresses of fixed words stand before open ones. */
export const pages: Page[] = [
  homePage,
  yearWorkPage,
  peoplePage,
  printPage,
  disclosuresPage,
  newPersonPage,
  householdsPage,
  newHouseholdPage,
  gatherPage,
  householdPage,
  bodiesPage,
  newBodyPage,
  bodyPage,
  officersPage,
  changePage,
  movementsPage,
  samePage,
  personPage,
  associationsPage,
  enrolmentYearPage,
  townsPage,
  agesPage,
  paymentPage,
  surveyPage,
  citySheetPage,
  associationPage,
  entriesPage,
  recordPage,
  slipsPage,
  recurringPage,
  newRecurringPage,
  oneRecurringPage,
  budgetPage,
  initialBudgetPage,
  revisionPage,
  reallocationPage,
  partsPage,
  itemsPage,
  chartsPage,
  committeesPage,
  committeePage,
  fundsPage,
  fundPage,
  approvalsPage,
  closingPage,
  auditPage,
  pursesPage,
  bankPage,
  bankLinePage,
  bankRulesPage,
  receiptsPage,
  newReceiptPage,
  receiptPage,
  advancesPage,
  givePage,
  settlePage,
  ...equipmentPages,
  correctPage,
  entryPage,
  grantsPage,
  refundPage,
  grantRulesPage,
  occasionsPage,
  planPage,
  newPlannedPage,
  plannedPage,
  newOccasionPage,
  makeOccasionsPage,
  calendarPage,
  volunteerRatesPage,
  attendancePage,
  linePage,
  occasionPage,
  communityPlanPage,
  planTermsPage,
  planYearPage,
  newPlanHeadingPage,
  planHeadingPage,
  newPlanActionPage,
  editPlanActionPage,
  planActionPage,
  newPlanIndicatorPage,
  planIndicatorPage,
  meetingsPage,
  newMeetingPage,
  rulesPage,
  bylawsPage,
  receptionPage,
  bookletPage,
  guestsPage,
  itemPage,
  meetingPage,
  formsPage,
  paperPage,
  choosePage,
  ...importPages,
  tourPage,
  handoverPage,
  keysPage,
  notesPage,
  newNotePage,
  notePage,
  historyPage,
  fieldsPage,
  privacyPage,
  ...settingsPages,
];

/** Pages that are there to write something down: a copy to look at has neither them nor links to them. */
export const writing: Page[] = [
  newPersonPage,
  newHouseholdPage,
  gatherPage,
  newBodyPage,
  changePage,
  samePage,
  citySheetPage,
  recordPage,
  correctPage,
  itemsPage,
  ...equipmentWriting,
  newRecurringPage,
  oneRecurringPage,
  initialBudgetPage,
  revisionPage,
  reallocationPage,
  pursesPage,
  bankLinePage,
  bankRulesPage,
  newReceiptPage,
  givePage,
  refundPage,
  grantRulesPage,
  newOccasionPage,
  makeOccasionsPage,
  newPlannedPage,
  planTermsPage,
  planYearPage,
  newPlanHeadingPage,
  planHeadingPage,
  newPlanActionPage,
  editPlanActionPage,
  newPlanIndicatorPage,
  newMeetingPage,
  newNotePage,
  choosePage,
  ...importPages,
  fieldsPage,
];
