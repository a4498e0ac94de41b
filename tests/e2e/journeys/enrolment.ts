// (e) Households of towns from the city's open data come in, are shared out as suggested, make the rate of the year, and the
// year is filed.

import { app } from '../../../ui/src/strings/ja/app';
import { enrolmentYear as words } from '../../../ui/src/strings/ja/enrolment-year';
import { intake } from '../../../ui/src/strings/ja/intake';
import { nothingFound } from '../desk/axe';
import { fixture } from '../desk/programs';
import { choose, exactly, fill, see, use, type Seat } from '../desk/seat';
import { openSample } from './sample';

/** The place of the associations beside every page. */
const rail = exactly(app.areas.enrolment);

export async function enrolmentOfTheYear(seat: Seat): Promise<void> {
  const looked = async (name: string) => {
    await seat.picture(`enrolment-${name}`);
    await nothingFound(seat, `enrolment: ${name}`);
  };
  await openSample(seat);
  await use(seat, rail);
  await see(seat, '46.9％');
  await use(seat, words.links.towns);
  await see(seat, words.townsEmptyTitle);
  await use(seat, words.townsTakeIn);
  await takeIn(seat);
  await use(seat, intake.kinds.households.list);
  await see(seat, words.townSuggested, '栗林町１丁目', '587世帯');
  await looked('1-towns');
  await use(seat, words.confirmAll);
  await see(seat, words.townConfirmed);
  await looked('2-towns-confirmed');

  await use(seat, rail);
  await use(seat, words.links.ages);
  await see(seat, '65歳以上', '1,565（24.1％）');
  await looked('7-ages');
  await use(seat, rail);
  await see(seat, '46.9％');
  await use(seat, words.links.year);
  await choose(seat, words.denominator, '住民基本台帳の世帯');
  await use(seat, words.basisSave);
  await see(seat, words.basisDiffers('加入世帯 ÷ 区域内実数（班調べ）'));
  await use(seat, words.snapshotTake);
  await see(seat, words.snapshotSame);
  await looked('3-filed');

  await use(seat, rail);
  await use(seat, words.links.payment);
  await choose(seat, words.formula, '明石市');
  await use(seat, words.paymentSave);
  await see(seat, '940,200円', '600円 × 48世帯');
  await looked('4-payment');

  await use(seat, rail);
  await use(seat, words.links.survey);
  await choose(seat, words.surveyChoose, '栗林町一丁目東自治会');
  await use(seat, exactly(words.surveyOpen));
  await choose(seat, '役員のなり手', '足りない');
  await fill(seat, 'この1年に新しく加入した', '3世帯');
  await looked('5-answers');
  await use(seat, new RegExp(`^${words.surveySaveNext('')}`.slice(0, 8)));
  // The button named the next one already: only the heading says that its sheet is there.
  await see(seat, /^栗林町一丁目(?!東)[^\s]*自治会/m);
  await choose(seat, '役員のなり手', '足りない');
  await use(seat, words.surveySave);
  await see(seat, words.results, words.sum('3', '世帯'), words.answeredBy('2'));
  await looked('6-survey');
}

/** One file, from its choice to the last button. */
async function takeIn(seat: Seat): Promise<void> {
  await see(seat, intake.pick);
  await seat.willPick(fixture('opendata/0066_202504.xlsx'));
  for (const next of [intake.headingLead, intake.columnsNext, intake.issues]) {
    await seat.press('Control+Enter');
    await see(seat, next);
  }
  await seat.press('Control+Enter');
  await seat.press('Control+Enter');
  await see(seat, new RegExp(`^${intake.done}$`, 'm'));
}
