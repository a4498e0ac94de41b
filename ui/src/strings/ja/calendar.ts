const calendarHint = 'スマートフォンやパソコンのカレンダーに入れられます。中止の行事は「中止」と出ます。「内容」は、まだ行っていない行事のものだけが出ます。';
const openDataHint = '市のオープンデータに出すCSVです。料金・定員・申込などは、行事の「公開する情報」に書くと入ります。緯度・経度など、書く場所のない列は空らんになります。「説明」には、まだ行っていない行事の「内容」だけが出ます。';

export const calendar = {
  title: (year: string) => `${year}の行事カレンダー`,
  lead: '月の名前を押すと、その月のカレンダーが出ます。',
  month: (month: number) => `${month}月`,
  weekdays: ['日', '月', '火', '水', '木', '金', '土'],
  none: '予定なし',
  day: (day: number, weekday: string) => `${day}日（${weekday}）`,
  until: (month: number, day: number) => `〜${month}月${day}日`,
  previous: '前の月',
  next: '次の月',
  year: '一年を見る',
  sheet: (month: number) => `${month}月のカレンダー`,
  files: '紙とファイル',
  paper: '年間行事予定表を見る（A4）',
  wall: '壁に貼る予定表を見る（A3）',
  fileOf: (title: string) => `${title}のファイルを作る`,
  made: (name: string) => `「${name}」を作りました`,
  fileHint: (kind: string, isConfirmed: boolean) => (kind === 'ics' ? calendarHint : isConfirmed ? openDataHint : `${openDataHint}列の並び順と、「所在地_町字」「所在地_番地以下」「建物名等(方書)」という列の名前は、確かめられていません。市に確かめてから出してください。`),
  make: '行事の予定を組む',
} as const;
