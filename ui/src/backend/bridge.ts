import type { Token } from '../generated/api';
import type { Transport, Wanted } from './transport';

const ACCEPTED: Record<Wanted, string> = { sheet: '.xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt', paper: '.pdf,.jpg,.jpeg,.png,.heic,.xlsx,.xls,.docx,.doc,.txt', copy: '.kansa' };

async function post(address: string, body: BodyInit, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(address, { method: 'POST', headers, body });
  const value: unknown = await answer.json();
  if (!answer.ok) throw value;
  return value;
}

function upload(file: File): Promise<Token> {
  return post('/upload', file, { 'x-file-name': encodeURIComponent(file.name) }) as Promise<Token>;
}

function pick(what: Wanted): Promise<Token | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPTED[what];
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else upload(file).then(resolve, reject);
    });
    input.click();
  });
}

function download({ token, name }: Token): void {
  const link = document.createElement('a');
  link.href = `/download/${encodeURIComponent(token)}`;
  link.download = name;
  link.click();
}

/** For a browser before the same core: tests, development, later a tablet of the office. */
export const bridge: Transport = {
  call: (name, args) => post(`/call/${name}`, JSON.stringify(args), { 'content-type': 'application/json' }),
  pick,
  saveTo: async () => null,
  open: async (token) => download(token),
};
