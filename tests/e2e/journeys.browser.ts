import { test } from './desk/browser';
import { annualReport } from './journeys/annual-report';
import { changeOfficers } from './journeys/change-officers';
import { enrolmentOfTheYear } from './journeys/enrolment';
import { firstStart } from './journeys/first-start';
import { giveList } from './journeys/give-list';
import { importRoster } from './journeys/import-roster';
import { mergePeople } from './journeys/merge-people';
import { recordExpense } from './journeys/record-expense';

test('自分の協議会をはじめる', ({ seat }) => firstStart(seat));
test('(a) 名簿をとりこむ', ({ seat }) => importRoster(seat));
test('(b) 支出を記帳する', ({ seat }) => recordExpense(seat));
test('(c) 実績報告書を出す', ({ seat }) => annualReport(seat));
test('(d) 一覧をほかの人に渡す', ({ seat }) => giveList(seat));
test('(e) 加入率の作り方を決め、控えをとる', ({ seat }) => enrolmentOfTheYear(seat));
test('(f) 役員を改選する', ({ seat }) => changeOfficers(seat));
test('(g) 二重の記録をまとめ、元に戻す', ({ seat }) => mergePeople(seat));
