import { test } from './desk/window';
import { annualReport } from './journeys/annual-report';
import { changeOfficers } from './journeys/change-officers';
import { consentForm } from './journeys/consent-form';
import { firstStart } from './journeys/first-start';
import { importRoster } from './journeys/import-roster';
import { mergePeople } from './journeys/merge-people';
import { printLabels } from './journeys/print-labels';
import { recordExpense } from './journeys/record-expense';

test('自分の協議会をはじめる', ({ seat }) => firstStart(seat));
test('(a) 名簿を取り込む R08 R17', ({ seat }) => importRoster(seat));
test('(b) 支出を記帳する', ({ seat }) => recordExpense(seat));
test('(c) 実績報告書を出す', ({ seat }) => annualReport(seat));
test('(f) 役員を改選する R04', ({ seat }) => changeOfficers(seat));
test('(g) 二重の記録をまとめ、元に戻す R06 R07 R12', ({ seat }) => mergePeople(seat));
test('同意書を添付する R14', ({ seat }) => consentForm(seat));
test('(h) 直しの多い名簿から宛名ラベルを刷る R08 R11', ({ seat }) => printLabels(seat));
