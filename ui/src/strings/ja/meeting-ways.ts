/** What is said of a meeting in a room, and otherwise of one at which nobody comes together and slips are counted. */
const inRoom = {
  held: '開催日',
  heldHint: '例　R8.4.26',
  noticeHint: '招集通知をまだ出していなければ空のまま',
  slipsDueHint: '委任状や書面表決書を、いつまでに出していただくか。空のままなら、手で書く欄になります',
  noticePaper: '招集通知',
  slipsPaper: '宛名つきの招集通知（一人に一枚）',
  homeSlipsPaper: '宛名つきの招集通知（一世帯に一枚）',
  sentence: '資格報告（読み上げる文）',
  noRoll: '表決権者の名簿が、まだありません。「受付」で作ります。',
  noRollHere: '表決権者の名簿が、まだありません。下のボタンで作ると、受付を始められます。',
  reception: '受付を開く',
  receptionTitle: '受付',
  manyLead: '委任状や書面を束ねて、番号を続けて打ちます。例　12、15-20、33',
};

const inWriting: typeof inRoom = {
  held: '結果が定まる日',
  heldHint: '集まった表決書を数えて、可否が定まる日です。例　R8.4.26',
  noticeHint: '書面表決のお知らせをまだ出していなければ空のまま',
  slipsDueHint: '書面表決書を、いつまでに出していただくか。空のままなら、手で書く欄になります',
  noticePaper: '書面表決のお知らせ',
  slipsPaper: '宛名つきの書面表決のお知らせ（一人に一枚）',
  homeSlipsPaper: '宛名つきの書面表決のお知らせ（一世帯に一枚）',
  sentence: '届いた表決書（議事録に入る文）',
  noRoll: '表決権者の名簿が、まだありません。「表決書を数える」で作ります。',
  noRollHere: '表決権者の名簿が、まだありません。下のボタンで作ると、届いた表決書を数えられます。',
  reception: '表決書を数える',
  receptionTitle: '表決書の集計',
  manyLead: '届いた書面表決書を束ねて、番号を続けて打ちます。例　12、15-20、33',
};

export const meetingWays = { inRoom, inWriting };

export const saidOf = (isWritten: boolean): typeof inRoom => (isWritten ? inWriting : inRoom);
