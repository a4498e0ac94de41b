// An office as it stands when its year has ended: made through the same door as everybody's before the desk is opened on it.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Program, built, sample } from './programs';

/** The council of the office, and the words that open it. */
export const PREPARED = { council: '見本地区コミュニティ協議会', passphrase: 'さくら公園の赤い屋根', advance: '花見の買い出し', borrower: '城東の子ども会', decision: '除雪機を買う（案）' };
const YEAR = 2025;

type Call = (name: string, args: object) => Promise<any>;

/** Lays the office into the data folder: a year of books, an advance that is still open, a tent that is lent, a decision. */
export async function prepareOffice(data: string): Promise<void> {
  const { council, passphrase } = PREPARED;
  // Whoever hands over has had the words for a year.
  await atDesk(data, '2025-04-10', async (call) => {
    const { recovery_key } = await call('office.create', { council, profile: 'takamatsu', passphrase });
    await call('office.confirm_recovery', { typed: recovery_key });
  });
  await atDesk(data, '2026-03-28', async (call, offer) => {
    await call('office.unlock', { passphrase });
    for (const [kind, file] of [['roster', '名簿.xlsx'], ['budget', '収支予算書.xlsx'], ['cash-book', '出納帳.xlsx'], ['activities', '事業実績.xlsx']] as const) {
      await call('intake.apply', { kind, files: [await offer(sample(file))], year: YEAR, columns: null, encoding: null, decisions: [], unsure: 'new' });
    }
    await giveAdvance(call);
    await lendTent(call);
    await decide(call);
  });
}

async function giveAdvance(call: Call): Promise<void> {
  const { purses } = await call('accounts.entry_choices', { year: YEAR });
  const bank = purses.find(({ name }: { name: string }) => name === '普通預金');
  await call('accounts.give_advance', { year: YEAR, holder: '見本 花子', purpose: PREPARED.advance, amount: '10,000', on: '8/3/20', due: '4/25', purse_id: bank.id, activity_id: null });
}

async function lendTent(call: Call): Promise<void> {
  const blank = { model: '', granted: '', source_name: '', grant_id: null, entry_id: null, keeper: '', useful_years: '', restricted_until: '', note: '' };
  const tent = { ...blank, number: '1', name: 'ワンタッチテント', kind: 'テント', quantity: '2', price: '98,000', acquired: '令和6年7月3日', source: 'own', place: '防災倉庫', restriction: 'none', condition: 'good' };
  await call('equipment.save', { year: YEAR, id: null, draft: tent });
  const { items } = await call('equipment.list', { year: YEAR });
  await call('equipment.lend', { year: YEAR, id: items[0].id, borrower: PREPARED.borrower, contact: '087-000-0009', purpose: '祭り', quantity: '1', on: 'R8.3.10', due: 'R8.4.25' });
}

async function decide(call: Call): Promise<void> {
  const meeting = { id: null, version: 0, year: YEAR, kind: 'board', organisation_id: null, number: '3', held: 'R8.3.22', begins: '14:00', ends: '15:00', place: '見本コミュニティセンター', notice: 'R8.3.8', slips_due: '', is_written: false, agreed: '', chair: '見本　議長', signers: '', note: '' };
  const { value } = await call('meetings.save_meeting', { meeting });
  const { id } = value;
  await call('meetings.take_roll', { id, on: '', count: '10' });
  await call('meetings.mark', { id, numbers: '1-8', standing: 'present', holder: null, holder_number: '', deputy: '', came: '', left: '', writes_over: false });
  const item = { id: null, version: 0, meeting_id: id, kind: 'motion', matter: 'free', title: PREPARED.decision, explanation: '', discussion: '', subject_year: null, revision_id: null, old_text: '', new_text: '', from: '', to: '' };
  const { value: added } = await call('meetings.save_item', { item });
  await call('meetings.record_result', { id: added.id, method: 'applause', present: null, proxies: null, casting: null, voted: '', discussion: '' });
}

/** One sitting of a desk without a page, on one day. */
async function atDesk(data: string, today: string, sit: (call: Call, offer: (file: string) => Promise<string>) => Promise<void>): Promise<void> {
  const bridge = new Program(built('bridge'), [], { JIMUKYOKU_DATA: data, JIMUKYOKU_TODAY: today });
  try {
    const address = await bridge.firstLine();
    const send = async (path: string, body: BodyInit, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${address}/${path}`, { method: 'POST', body, headers });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return answer.json();
    };
    const call: Call = (name, args) => send(`call/${name}`, JSON.stringify(args));
    const offer = async (file: string) => (await send('upload', readFileSync(file), { 'x-file-name': encodeURIComponent(basename(file)) })).token as string;
    await sit(call, offer);
    await call('office.close', {});
  } finally {
    bridge.end();
  }
}
