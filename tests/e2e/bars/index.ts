// The bars that no journey shows, by name: the same in a browser and in the real window.

import type { Seat } from '../desk/seat';
import { advanceIsSettled, entryIsCorrected, payeeIsPicked, teaForTwelve } from './accounts';
import { occasionIsAnnounced } from './announced';
import { auditedIsCorrected, auditorLooks } from './auditor';
import { statementBesideBook } from './bank';
import { treeThroughTheYears } from './bodies';
import { auditorsVote } from './board';
import { bookletOfForty } from './booklet';
import { lineFromParts, nextYearFromThis, yearAsCharts } from './budget';
import { bylawsAreKept } from './bylaws';
import { calledAndOpened } from './called';
import { carriedBalance } from './carried';
import { thanksAreWritten } from './certificates';
import { othersFirstAndNotTooEarly, whatBecomesOfTheRest, whatIsShort } from './cities';
import { citysOwnSheet } from './city-sheet';
import { checksBeforeClosing } from './closing-checks';
import { committeeHasItsBook } from './committees';
import { billOfMarch } from './crossing';
import { countsLinesAndTarget } from './enrolment';
import { oneRecordOnSeveralDays } from './days';
import { everyWayAtTheDoor } from './door';
import { electionTakesEffect } from './election';
import { equipmentIsCounted, equipmentIsKept } from './equipment';
import { eventIsSettled } from './event';
import { filesOfForty } from './files';
import { auditorsFindingsComeBack } from './findings';
import { advanceByTheRules, monthByTheRules, slipByTheRules } from './funding';
import { reserveIsPlanned } from './funds';
import { grantCycle } from './grant-cycle';
import { conditionsAreWritten } from './grant-conditions';
import { formulaKnowsHouseholds, rulesAreWritten } from './grant-rules';
import { grantsBesideEachOther } from './grants';
import { helpAtTheField, helpOpensAgain, yearByMonths } from './help';
import { itemsArePutRight } from './items';
import { guestsHaveTheirSeats } from './guests';
import { councilIsRecognised } from './legal-form';
import { generalMeeting } from './meetings';
import { mistakesAreTakenOut } from './mistakes';
import { grantOnAnyDay } from './moment';
import { movedOverTheLimit } from './move';
import { papersInTheBackup } from './papers';
import { homeAndHistory, leaverIsFound, ownField } from './people';
import { badPicturesLoseNothing, flyerOnTheReport, longReflection } from './photos';
import { planHasItsMoney } from './plan-money';
import { hoursAreWorth } from './rates';
import { receiptsOfEveryKind } from './receipt-kinds';
import { receiptOverTwo } from './receipts';
import { everyMonth } from './recurrence';
import { monthsAreRecorded, slipsAreTyped } from './slips';
import { tamperedFile } from './tampered';
import { recordHasItsTimeline } from './timeline';
import { votesByName } from './votes';
import { monthIsLocked, twoYearsOpen } from './years';
import { yearFromMay } from './year-start';

export const bars: Record<string, (seat: Seat) => Promise<void>> = {
  'R01 R02 R12 世帯を出ても、両方の記録と役職とラベルが残る': homeAndHistory,
  'R03 団体が移っても、前の年度はそのまま': treeThroughTheYears,
  'R05 R10 自由項目が、記録・一覧・検索・紙・ファイルに出る': ownField,
  'R08 R09 R10 古いファイルも、書き込む前に見て、文字コードを変えられる': filesOfForty,
  'R13 R17 離れた人も数が合い、理由つきで見つかる': leaverIsFound,
  'K04 K05 銀行の明細を帳簿とならべ、足りない分を一つのキーで記帳し、残高を書きとめる': statementBesideBook,
  'E01 E02 E03 E05 控えは変わらず、報告と名簿の差、年ごとの線、目標までの世帯が出る': countsLinesAndTarget,
  'K01 仮払は、領収書とおつりで精算する': advanceIsSettled,
  'K01 B07 仮払の領収書も、決まりに反すれば理由を書き、上限をこえた分を分ける': advanceByTheRules,
  'K01 B07 定例も、決まりと残りを見ながら書き、月ごとに上限で分ける': monthByTheRules,
  'K01 B07 伝票を打つあいだも、残りと決まりと上限をこえた分が見える': slipByTheRules,
  'K09 行事と備品の下に、だれがいつ何をどう変えたかが出る': recordHasItsTimeline,
  'K09 まちがいは一度で直り、両方が残る': entryIsCorrected,
  'K06 監査の済んだ記帳は、訂正で直す': auditedIsCorrected,
  'R14 人・世帯・団体に添付した書類が、控えに数えられる': papersInTheBackup,
  'E07 市の調査票に、一度で数が入り、渡したことが残る': citysOwnSheet,
  'K01 紙の伝票を番号順に続けて入れ、紙でも刷る': slipsAreTyped,
  'K01 定例の記帳は、月ごとに一度押して記帳する': monthsAreRecorded,
  'K13 監事が写しを開き、見るだけで書きかえられない': auditorLooks,
  'K13 監事が写しに書いた所見を読みこみ、返答する': auditorsFindingsComeBack,
  'B01 科目の名前と並びを、キーだけで直す': itemsArePutRight,
  'B13 3月分の請求を4月に払い、4月分を3月に払い、どちらも決算に入れる': billOfMarch,
  'K12 備品を載せ、照合し、貸し、早い処分は前もって知らされる': equipmentIsKept,
  'V01 K01 事業に科目と財源を決めると、伝票に入り、打ったものは変わらない': planHasItsMoney,
  'K12 貸した物は貸出中と確かめ、足りない数は片付くまで残る': equipmentIsCounted,
  'K01 前に払った相手をえらぶと、科目が入り、予算の残りが見える': payeeIsPicked,
  'K11 はじめの残高が前の年度とちがえば、そう言い、締めさせない': carriedBalance,
  'B06 B07 B08 B09 B10 B12 二つの交付金が、それぞれの金額と書類と控えを持つ': grantsBesideEachOther,
  'B07 B08 B12 市のひな形にない交付金の決まりを書き、期限と返還額に使う': rulesAreWritten,
  'B07 B12 K03 K12 対象外の科目・添付書類・領収書の点検・備品の値段を書くと、判定と書類と台帳に使う': conditionsAreWritten,
  'B07 申請額の算式に、加入状況の世帯数が入っている': formulaKnowsHouseholds,
  'B02 B08 行事の支出と収入が、事業・科目・財源の紙と精算に出る': eventIsSettled,
  'B02 予算の一行を、単価×数量×回数の内訳から作る': lineFromParts,
  'B01 予算と使った額、月ごとの残高を、図と数字で見る': yearAsCharts,
  'B05 積立金と特別会計を作り、お金を動かし、計画と実際を並べて見る': reserveIsPlanned,
  'M01 M02 M03 M04 M06 総会の受付から議事録と一冊の資料まで、三つの数が混ざらない': generalMeeting,
  'M03 M04 M06 会議の決まりと名簿を直し、会長への委任を数え、開会の数を書く': calledAndOpened,
  'M03 役員会で監事も一票を持つ決まりにし、名簿をそれに合わせる': auditorsVote,
  'M01 四十ページの総会資料を一冊にし、一枚ずつ見る': bookletOfForty,
  'M03 M05 書面の賛否を、名前でさがして一人ずつ入れ、確かめ、元に戻す': votesByName,
  'M01 M02 来賓・席次・名札と、一人に一枚の招集通知を作る': guestsHaveTheirSeats,
  'M04 受付で、代理の名前・委任・電磁的方法を、名前の横で押す': everyWayAtTheDoor,
  'M03 M07 協議会が認可地縁団体かを設定に書くと、書類と知らせがそれに合う': councilIsRecognised,
  'B04 流用は、めやすをこえれば知らされ、それでも書ける': movedOverTheLimit,
  'B11 部会が自分の帳面を持ち、3月にもどし、二重に数えない': committeeHasItsBook,
  'K03 一枚の領収書を二つの科目と口座に分け、残りが分かる': receiptOverTwo,
  '年度が5月1日に始まる協議会をはじめ、4月30日が年度のおわりになる': yearFromMay,
  'B05 二つの年度を同時に開いて記帳する': twoYearsOpen,
  'K06 K09 仮締めした月には書けず、訂正は今日の赤黒になる': monthIsLocked,
  'B01 前の年度とならべ、次の年度へ写して、変えた所に印がつく': nextYearFromThis,
  'K01 B07 人数の上限をこえた分を分け、立替と部会を書き、取り消す': teaForTwelve,
  'B06 交付金の残りを、どの日の時点でも見る': grantOnAnyDay,
  'M07 規約の本文が、自分のページと紙を持つ': bylawsAreKept,
  'M07 一つの総会で決めた補正と役員が、予算と名簿に入り、一度で元に戻る': electionTakesEffect,
  'V01 毎月第2土曜の行事を、計画から一度に作る': everyMonth,
  'V01 何日かに分けた行事を一度に書き、実績書では一行、予定表では日ごとに出る': oneRecordOnSeveralDays,
  'V01 V05 行事の料金・申込を一度書くと、お知らせとイベント一覧に出て、記入用紙も刷れる': occasionIsAnnounced,
  'V01 まちがえた会議・行事・事業を消し、直し、一つにし、元に戻す': mistakesAreTakenOut,
  'V04 ちらしのPDFに説明をつけ、実績書にのせる': flyerOnTheReport,
  'V04 途中で切れた写真・動画・大きすぎる写真は、一文で断られ、書きかけは残る': badPicturesLoseNothing,
  'V05 一万字の反省も、画面と紙に最後まで出る': longReflection,
  'V03 手伝い1時間の額を決めると、その日から紙の金額が変わり、もとの資料が出る': hoursAreWorth,
  '表彰状を、部会長の一人ずつに縦書きで刷る': thanksAreWritten,
  'B06 B12 内示から財産処分まで、請求を二回に分け、変更承認で額が変わる': grantCycle,
  'K02 K03 横向きの写真・HEIC・PDF・理由書をしまい、なくなった写しを控えから戻す': receiptsOfEveryKind,
  'K05 K06 締める前にすべて知らされ、ボタンで直す所へ行き、締めた年度には書けない': checksBeforeClosing,
  'B07 松戸市はほかの補助金を先に、刈谷市は決定のあとの支出だけ': othersFirstAndNotTooEarly,
  'B08 B12 甲良町・奈良市・いわき市の残りと期限': whatBecomesOfTheRest,
  'B08 松戸市の不足額は、ほかの補助金を引いて決まる': whatIsShort,
  'K08 とじた間に書きかえられた記録は、そう言って開かない': tamperedFile,
  'S16 F1は、いまの欄に何を入れるかを言い、Escでその欄にもどる': helpAtTheField,
  'S16 使い方は、閉じてすぐにまた開け、ほかの場所の使い方も並ぶ': helpOpensAgain,
  'S16 一年の仕事が、月ごとに、わけと様子といっしょに並ぶ': yearByMonths,
};
