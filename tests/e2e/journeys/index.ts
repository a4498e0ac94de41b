// The journeys of a whole piece of work, by name: the same in a browser and in the real window.

import type { Seat } from '../desk/seat';
import { annualReport } from './annual-report';
import { aprilsHandover } from './aprils-handover';
import { auditTheYear } from './audit';
import { agendaByFinger, attendanceByFinger, checkByFinger, doorByFinger } from './by-finger';
import { changeOfficers } from './change-officers';
import { closeToRefund } from './close-to-refund';
import { closeYear } from './close-year';
import { consentForm } from './consent-form';
import { enrolmentOfTheYear } from './enrolment';
import { firstStart } from './first-start';
import { fromNoticeToMinutes } from './general-meeting';
import { giveList } from './give-list';
import { holdFestival } from './hold-festival';
import { importRoster } from './import-roster';
import { inquiryToList } from './inquiry';
import { meetingDecidesBudget } from './meeting-budget';
import { mergePeople } from './merge-people';
import { monthByTouch } from './month-by-touch';
import { planToProgress } from './plan-to-progress';
import { printLabels } from './print-labels';
import { recordExpense } from './record-expense';
import { reviseBudget } from './revise-budget';
import { twoHands } from './two-hands';

/** At a desk. */
export const journeys: Record<string, (seat: Seat) => Promise<void>> = {
  '自分の協議会をはじめる': firstStart,
  '(a) 名簿を取り込む R08 R17': importRoster,
  '(b) 支出を記帳する': recordExpense,
  '(c) 実績報告書を出す': annualReport,
  '(d) 一覧をほかの人に渡す R11 R15 R16': giveList,
  '(e) 加入率の作り方を決め、控えをとる E01 E04 E06': enrolmentOfTheYear,
  '(f) 役員を改選する R04': changeOfficers,
  '(g) 二重の記録をまとめ、元に戻す R06 R07 R12': mergePeople,
  '同意書を添付する R14': consentForm,
  '(h) 直しの多い名簿から宛名ラベルを刷る R08 R11': printLabels,
  '(i) 補正予算を会議で決める B03': reviseBudget,
  '(r) 総会で可決した補正予算を、予算に反映する B03': meetingDecidesBudget,
  '(j) 照会票を配り、返ってきた数で一覧を刷る E02': inquiryToList,
  '(k) 年度を締め、次の年度へ繰り越す K05 K06 K07 K11': closeYear,
  '(l) 監査の資料一式を渡し、結果を書く K08 K10': auditTheYear,
  '(n) 事業の完了から返還まで、年度を締めながら進む B08 B12': closeToRefund,
  '(o) 行事を計画から実績書まで V01 V02 V03 V04 V05 V06': holdFestival,
  '(q) まちづくり計画を、目標から進捗状況表まで': planToProgress,
  '(r) 総会を、通知から議事録と議決の反映まで M01 M02 M04 M05 M06 M07': fromNoticeToMinutes,
};

/** On a small tablet, without a key. */
export const byFinger: Record<string, (seat: Seat) => Promise<void>> = {
  '一か月分の領収書を写真といっしょに記帳する K01 K02': monthByTouch,
  '名簿から出欠をとる V02': attendanceByFinger,
  '総会の受付をする M04': doorByFinger,
  '備品を照合する K12': checkByFinger,
  '議題の順番を変える M01': agendaByFinger,
};

/** With the records of a whole year. */
export const inApril: Record<string, (seat: Seat) => Promise<void>> = {
  '(p) 監査・締めから引継書、鍵、引き渡し、はじめの一週間まで S17': aprilsHandover,
  '(s) 伝票は、書いた人とは別の人が承認する K01': twoHands,
};
