import { test } from './desk/browser';
import { annualReport } from './journeys/annual-report';
import { APRIL, aprilsHandover } from './journeys/aprils-handover';
import { auditTheYear } from './journeys/audit';
import { agendaByFinger, attendanceByFinger, checkByFinger, doorByFinger } from './journeys/by-finger';
import { changeOfficers } from './journeys/change-officers';
import { closeToRefund } from './journeys/close-to-refund';
import { closeYear } from './journeys/close-year';
import { consentForm } from './journeys/consent-form';
import { enrolmentOfTheYear } from './journeys/enrolment';
import { firstStart } from './journeys/first-start';
import { fortyEntries } from './journeys/forty-entries';
import { fromNoticeToMinutes } from './journeys/general-meeting';
import { giveList } from './journeys/give-list';
import { holdFestival } from './journeys/hold-festival';
import { importRoster } from './journeys/import-roster';
import { inquiryToList } from './journeys/inquiry';
import { keepReceipt } from './journeys/keep-receipt';
import { meetingDecidesBudget } from './journeys/meeting-budget';
import { mergePeople } from './journeys/merge-people';
import { monthByTouch } from './journeys/month-by-touch';
import { planToProgress } from './journeys/plan-to-progress';
import { printLabels } from './journeys/print-labels';
import { recordExpense } from './journeys/record-expense';
import { reviseBudget } from './journeys/revise-budget';
import { twoHands } from './journeys/two-hands';

test('自分の協議会をはじめる', ({ seat }) => firstStart(seat));
test('(a) 名簿を取り込む R08 R17', ({ seat }) => importRoster(seat));
test('(b) 支出を記帳する', ({ seat }) => recordExpense(seat));
test('(c) 実績報告書を出す', ({ seat }) => annualReport(seat));
test('(d) 一覧をほかの人に渡す R11 R15 R16', ({ seat }) => giveList(seat));
test('(e) 加入率の作り方を決め、控えをとる E01 E04 E06', ({ seat }) => enrolmentOfTheYear(seat));
test('(f) 役員を改選する R04', ({ seat }) => changeOfficers(seat));
test('(g) 二重の記録をまとめ、元に戻す R06 R07 R12', ({ seat }) => mergePeople(seat));
test('同意書を添付する R14', ({ seat }) => consentForm(seat));
test('(h) 直しの多い名簿から宛名ラベルを刷る R08 R11', ({ seat }) => printLabels(seat));
test('(i) 補正予算を会議で決める B03', ({ seat }) => reviseBudget(seat));
test('(r) 総会で可決した補正予算を、予算に反映する B03', ({ seat }) => meetingDecidesBudget(seat));
test('(j) 照会票を配り、返ってきた数で一覧を刷る E02', ({ seat }) => inquiryToList(seat));
test('(k) 年度を締め、次の年度へ繰り越す K05 K06 K07 K11', ({ seat }) => closeYear(seat));
test('(l) 監査の資料一式を渡し、結果を書く K08 K10', ({ seat }) => auditTheYear(seat));
test('(n) 事業の完了から返還まで、年度を締めながら進む B08 B12', ({ seat }) => closeToRefund(seat));
test('(o) 行事を計画から実績書まで V01 V02 V03 V04 V05 V06', ({ seat }) => holdFestival(seat));
test('(q) まちづくり計画を、目標から進捗状況表まで', ({ seat }) => planToProgress(seat));

test('(r) 総会を、通知から議事録と議決の反映まで M01 M02 M04 M05 M06 M07', ({ seat }) => fromNoticeToMinutes(seat));

test.describe('四十枚', () => {
  test.describe.configure({ timeout: 600_000 });
  test('(m) 四十枚の領収書をキーボードだけで記帳し、決算書を刷る K01 K02', ({ seat }) => fortyEntries(seat));
});

test.describe('タブレットの大きさで', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: true });
  test('領収書をしまい、台紙を作る K02', ({ seat }) => keepReceipt(seat));
  test('行事を計画から実績書まで V01 V02 V03 V04 V05 V06', ({ seat }) => holdFestival(seat));
  test('総会を、通知から議事録と議決の反映まで M01 M02 M04 M05 M06 M07', ({ seat }) => fromNoticeToMinutes(seat));
});

test.describe('小さいタブレットで、指だけで', () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });
  test('一か月分の領収書を写真といっしょに記帳する K01 K02', ({ seat }) => monthByTouch(seat));
  test('名簿から出欠をとる V02', ({ seat }) => attendanceByFinger(seat));
  test('総会の受付をする M04', ({ seat }) => doorByFinger(seat));
  test('備品を照合する K12', ({ seat }) => checkByFinger(seat));
  test('議題の順番を変える M01', ({ seat }) => agendaByFinger(seat));
});

test.describe('縦にしたタブレットで', () => {
  test.use({ viewport: { width: 768, height: 1024 }, hasTouch: true });
  test('指で、名簿から出欠をとる V02', ({ seat }) => attendanceByFinger(seat));
  test('指で、総会の受付をする M04', ({ seat }) => doorByFinger(seat));
  test('行事を計画から実績書まで V01 V02 V03 V04 V05 V06', ({ seat }) => holdFestival(seat));
});

test.describe('四月に、一年分の記録のある事務局で', () => {
  test.use({ today: APRIL, hasOffice: true });
  test('(p) 監査・締めから引継書、鍵、引き渡し、はじめの一週間まで S17', ({ seat }) => aprilsHandover(seat));
  test('(s) 伝票は、書いた人とは別の人が承認する K01', ({ seat }) => twoHands(seat));

  test.describe('タブレットの大きさで', () => {
    test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });
    test('(p) 監査・締めから引継書、鍵、引き渡し、はじめの一週間まで S17', ({ seat }) => aprilsHandover(seat));
  });
});
