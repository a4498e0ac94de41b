import { test } from './desk/window';
import { annualReport } from './journeys/annual-report';
import { auditTheYear } from './journeys/audit';
import { changeOfficers } from './journeys/change-officers';
import { closeYear } from './journeys/close-year';
import { consentForm } from './journeys/consent-form';
import { enrolmentOfTheYear } from './journeys/enrolment';
import { eraseLeaver } from './journeys/erase-leaver';
import { firstStart } from './journeys/first-start';
import { fortyEntries } from './journeys/forty-entries';
import { giveList } from './journeys/give-list';
import { importRoster } from './journeys/import-roster';
import { inquiryToList } from './journeys/inquiry';
import { keepReceipt } from './journeys/keep-receipt';
import { mergePeople } from './journeys/merge-people';
import { printLabels } from './journeys/print-labels';
import { recordExpense } from './journeys/record-expense';
import { reviseBudget } from './journeys/revise-budget';

test('自分の協議会をはじめる', ({ seat }) => firstStart(seat));
test('(a) 名簿を取り込む R08 R17', ({ seat }) => importRoster(seat));
test('(b) 支出を記帳する', ({ seat }) => recordExpense(seat));
test('(c) 実績報告書を出す', ({ seat }) => annualReport(seat));
test('(d) 一覧をほかの人に渡す R11 R15 R16', ({ seat }) => giveList(seat));
test('(e) 加入率の作り方を決め、控えをとる E01 E04 E06', ({ seat }) => enrolmentOfTheYear(seat));
test('(f) 役員を改選する R04', ({ seat }) => changeOfficers(seat));
test('(g) 二重の記録をまとめ、元に戻す R06 R07 R12', ({ seat }) => mergePeople(seat));
test('離れた人の個人情報を消す R16', ({ seat }) => eraseLeaver(seat));
test('同意書を添付する R14', ({ seat }) => consentForm(seat));
test('(h) 直しの多い名簿から宛名ラベルを刷る R08 R11', ({ seat }) => printLabels(seat));
test('(i) 補正予算を会議で決める B03', ({ seat }) => reviseBudget(seat));
test('(j) 照会票を配り、返ってきた数で一覧を刷る E02', ({ seat }) => inquiryToList(seat));
test('(k) 年度を締め、次の年度へ繰り越す K05 K06 K07 K11', ({ seat }) => closeYear(seat));
test('(l) 監査の資料一式を渡し、結果を書く K08 K10', ({ seat }) => auditTheYear(seat));

test('領収書をしまい、台紙を作る K02', ({ seat }) => keepReceipt(seat));

test.describe('四十枚', () => {
  test.describe.configure({ timeout: 600_000 });
  test('(m) 四十枚の領収書をキーボードだけで記帳し、決算書を刷る K01 K02', ({ seat }) => fortyEntries(seat));
});
