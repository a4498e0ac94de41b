// The bars that no journey shows, in the real window.

import { advanceIsSettled, entryIsCorrected } from './bars/accounts';
import { statementBesideBook } from './bars/bank';
import { auditorLooks } from './bars/auditor';
import { treeThroughTheYears } from './bars/bodies';
import { citysOwnSheet } from './bars/city-sheet';
import { carriedBalance } from './bars/carried';
import { billOfMarch } from './bars/crossing';
import { countsLinesAndTarget } from './bars/enrolment';
import { filesOfForty } from './bars/files';
import { grantsBesideEachOther } from './bars/grants';
import { papersInTheBackup } from './bars/papers';
import { homeAndHistory, leaverIsFound, ownField } from './bars/people';
import { test } from './desk/window';

test('R01 R02 R12 世帯を出ても、両方の記録と役職とラベルが残る', ({ seat }) => homeAndHistory(seat));
test('R03 団体が移っても、前の年度はそのまま', ({ seat }) => treeThroughTheYears(seat));
test('R05 R10 自由項目が、記録・一覧・検索・紙・ファイルに出る', ({ seat }) => ownField(seat));
test('R08 R09 R10 古いファイルも、書き込む前に見て、文字コードを変えられる', ({ seat }) => filesOfForty(seat));
test('R13 R17 離れた人も数が合い、理由つきで見つかる', ({ seat }) => leaverIsFound(seat));
test('K04 K05 銀行の明細を帳簿とならべ、足りない分を一つのキーで記帳し、残高を書きとめる', ({ seat }) => statementBesideBook(seat));
test('E01 E02 E03 E05 控えは変わらず、報告と名簿の差、年ごとの線、目標までの世帯が出る', ({ seat }) => countsLinesAndTarget(seat));
test('K01 仮払は、領収書とおつりで精算する', ({ seat }) => advanceIsSettled(seat));
test('K09 まちがいは一度で直り、両方が残る', ({ seat }) => entryIsCorrected(seat));
test('R14 人・世帯・団体に添付した書類が、控えに数えられる', ({ seat }) => papersInTheBackup(seat));
test('E07 市の調査票に、一度で数が入り、渡したことが残る', ({ seat }) => citysOwnSheet(seat));
test('K13 監事が写しを開き、見るだけで書きかえられない', ({ seat }) => auditorLooks(seat));
test('B13 3月分の請求を4月に払い、未払として決算に入れる', ({ seat }) => billOfMarch(seat));
test('K11 はじめの残高が前の年度とちがえば、そう言い、締めさせない', ({ seat }) => carriedBalance(seat));
test('B06 B07 B08 B09 B10 B12 二つの交付金が、それぞれの金額と書類と控えを持つ', ({ seat }) => grantsBesideEachOther(seat));
