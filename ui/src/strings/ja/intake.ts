import type { Kind, TextEncoding, Verdict } from '../../generated/api';

interface KindWords {
  title: string;
  what: string;
  unit: string;
  noun: string;
  list: string;
}

const kinds: Record<Exclude<Kind, 'bank-statement'>, KindWords> = {
  roster: { title: '名簿を取り込む', what: '会員や役員の名簿。氏名・ふりがな・住所・電話・役職などの列があるもの。', unit: '人', noun: '人', list: '名簿を見る' },
  associations: { title: '自治会の加入状況を取り込む', what: '自治会ごとの世帯数と加入世帯数。何年分並んでいてもかまいません。', unit: '件', noun: '自治会', list: '自治会を見る' },
  budget: { title: '収支予算書を取り込む', what: '総会で決まった予算書。収入の部と支出の部、科目と金額があるもの。', unit: '件', noun: '科目', list: '予算を見る' },
  'cash-book': { title: '出納帳を取り込む', what: '現金や預金の出納帳。口座ごとに表が分かれていてもかまいません。', unit: '件', noun: '記帳', list: '会計を見る' },
  activities: { title: '事業実績を取り込む', what: '行事の記録。日付・行事名・場所・参加者数などの列があるもの。', unit: '件', noun: '行事', list: '行事を見る' },
  equipment: { title: '備品台帳を取り込む', what: '今までの備品の一覧。品名と、数量・買った日・値段・保管場所などの列があるもの。', unit: '件', noun: '備品', list: '備品を見る' },
  households: { title: '町丁ごとの世帯数を取り込む', what: '市が公開している、町丁ごとの世帯数と人口のファイル（オープンデータ）。何年分あってもかまいません。', unit: '件', noun: '町丁', list: '町丁と自治会を見る' },
};

const verdicts: Record<Verdict, (noun: string) => string> = {
  new: (noun) => `新しい${noun}`,
  changed: (noun) => `変わる${noun}`,
  same: (noun) => `同じ${noun}`,
  unsure: () => 'おたずね',
  skipped: () => 'とばす行',
};

const encodings: Record<TextEncoding, string> = {
  Shift_JIS: 'シフトJIS（Windows・古いExcel）',
  'UTF-8': 'UTF-8（新しい形式）',
  'EUC-JP': 'EUC（古い業務用ソフト）',
  'ISO-2022-JP': 'JIS（電子メール）',
  'UTF-16LE': 'UTF-16（Excelの「Unicodeテキスト」）',
  'UTF-16BE': 'UTF-16（逆の並び）',
};

export const intake = {
  chooseTitle: 'Excelを取り込む',
  chooseLead: '昨年までに使っていたファイルを、そのまま使えます。',
  kinds,
  verdicts,
  begin: 'はじめる',
  steps: ['ファイル', '見出し', '列の意味', 'たしかめる', '取り込む'],
  nothingYet: (file: string) => `${file}（まだ何も書き込んでいません）`,
  fileLead: 'お持ちのファイルをえらびます。元のファイルは変わりません。',
  fileKinds: 'Excel（.xlsx、古い.xls）、LibreOffice（.ods）、CSVが読めます。',
  pick: 'ファイルをえらぶ',
  readingFile: (file: string) => `${file} を読んでいます`,
  writing: '書き込んでいます',
  headingLead: '青い行を見出しとして読みました。',
  sheet: (name: string) => `シート「${name}」`,
  sheetUnused: (name: string) => `シート「${name}」は使いません`,
  encodings,
  encoding: '文字の読み方（文字コード）',
  encodingHint: '下の字が化けて見えるときだけ、ほかの読み方を選んでください。',
  headingNext: 'この見出しで進む',
  columnsNext: 'この意味で たしかめに進む',
  checkNext: 'この内容で進む',
  row: '行',
  columnOf: (letters: string, heading: string) => (heading === '' ? `${letters}列` : `${letters}列「${heading}」`),
  meaningOf: (letters: string) => `${letters}列の意味`,
  unused: '使わない',
  skippedNote: (n: number) => `「小計」「以下余白」「空家」など ${n}行は とばします。`,
  asWritten: '元の書き方',
  questions: 'おたずね',
  questionsLead: 'どう扱うか、お選びください。',
  questionPlace: (sheet: string, row: number) => `シート「${sheet}」${row}行目`,
  sameAs: (title: string) => `${title} と同じ`,
  asNew: (noun: string) => `別の${noun}として加える`,
  skipRow: '取り込まない',
  skipRest: '残りは取り込まない',
  undecided: (n: number) => `おたずねが ${n}つ残っています。`,
  undecidedHint: '上の「おたずね」で、どう扱うかをお選びください。',
  issues: '気になるところ',
  issuesNone: '気になるところはありません。',
  unusedColumns: (headings: string[]) => `${headings.map((one) => `「${one}」`).join('')}の列は、取り込みません。要るときは「もどる」で、列の意味を選んでください。`,
  place: (sheet: string, cell: string) => `シート「${sheet}」${cell}`,
  rowsOf: (verdict: string) => `${verdict}の一覧`,
  rowsMore: (n: number) => `ほかに ${n.toLocaleString('ja')}件あります。`,
  summary: (parts: string[]) => (parts.length === 0 ? '新しく書き込むものはありません。' : `${parts.join('、')}を書き込みます。`),
  summaryUndo: '書き込んだあとも、「元に戻す」一つで全部とりやめられます。',
  count: (verdict: string, n: number, unit: string) => `${verdict} ${n.toLocaleString('ja')}${unit}`,
  apply: (n: number, unit: string) => (n === 0 ? '取り込みを終える' : `${n.toLocaleString('ja')}${unit}を取り込む`),
  done: '取り込みました',
  doneLead: 'ちがっていたら、下の「元に戻す」で全部とりやめられます。',
  otherKind: 'ファイルの種類を選び直す',
  more: '続けてほかのファイルを取り込む',
  back: 'もどる',
  stop: 'やめる',
} as const;
