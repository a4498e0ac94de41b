// The bars that no journey shows, each seen by somebody with the keyboard.

import { advanceIsSettled, entryIsCorrected, payeeIsPicked } from './bars/accounts';
import { statementBesideBook } from './bars/bank';
import { auditorLooks } from './bars/auditor';
import { treeThroughTheYears } from './bars/bodies';
import { citysOwnSheet } from './bars/city-sheet';
import { carriedBalance } from './bars/carried';
import { billOfMarch } from './bars/crossing';
import { countsLinesAndTarget } from './bars/enrolment';
import { equipmentIsKept } from './bars/equipment';
import { filesOfForty } from './bars/files';
import { itemsArePutRight } from './bars/items';
import { grantsBesideEachOther } from './bars/grants';
import { papersInTheBackup } from './bars/papers';
import { homeAndHistory, leaverIsFound, ownField } from './bars/people';
import { monthsAreRecorded, slipsAreTyped } from './bars/slips';
import { test } from './desk/browser';

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
test('K01 紙の伝票を番号順に続けて入れ、紙でも刷る', ({ seat }) => slipsAreTyped(seat));
test('K01 定例の記帳は、月ごとに一度押して記帳する', ({ seat }) => monthsAreRecorded(seat));
test('K13 監事が写しを開き、見るだけで書きかえられない', ({ seat }) => auditorLooks(seat));
test('B01 科目の名前と並びを、キーだけで直す', ({ seat }) => itemsArePutRight(seat));
test('B13 3月分の請求を4月に払い、未払として決算に入れる', ({ seat }) => billOfMarch(seat));
test('K12 備品を載せ、照合し、貸し、早い処分は前もって知らされる', ({ seat }) => equipmentIsKept(seat));
test('K01 前に払った相手をえらぶと、科目が入り、予算の残りが見える', ({ seat }) => payeeIsPicked(seat));
test('K11 はじめの残高が前の年度とちがえば、そう言い、締めさせない', ({ seat }) => carriedBalance(seat));
test('B06 B07 B08 B09 B10 B12 二つの交付金が、それぞれの金額と書類と控えを持つ', ({ seat }) => grantsBesideEachOther(seat));
