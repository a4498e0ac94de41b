import type { Commands, WireError } from '../generated/api';
import { app } from '../strings/ja/app';
import type { Transport, Wanted } from './transport';

export type Name = keyof Commands;
export type Args<N extends Name> = Commands[N]['args'];
export type Result<N extends Name> = Commands[N]['result'];

/** A refusal in words for the reader: what happened, and what to do. */
export class CallError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly params: Record<string, unknown>,
  ) {
    super(message);
  }
}

const isWindow = '__TAURI_INTERNALS__' in window;
const transport: Promise<Transport> = isWindow ? import('./tauri').then((m) => m.tauri) : import('./bridge').then((m) => m.bridge);

function refusal(cause: unknown): CallError {
  const wire = cause as Partial<WireError> | null;
  if (typeof wire?.code === 'string') return new CallError(wire.code, wire.message ?? '', wire.hint ?? '', wire.params ?? {});
  return new CallError('transport', app.lostTouch, app.lostTouchHint, {});
}

async function through<T>(act: (transport: Transport) => Promise<T>): Promise<T> {
  try {
    return await act(await transport);
  } catch (cause) {
    throw refusal(cause);
  }
}

export const call = <N extends Name>(name: N, args: Args<N>): Promise<Result<N>> => through((t) => t.call(name, args) as Promise<Result<N>>);
/** The bytes of something that lies in no file, as the door takes them. */
function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
}

export const files = {
  /** Takes in a photograph just taken, or a picture that was copied. */
  take: async (name: string, blob: Blob) => call('attachments.hand_in', { name, base64: await base64Of(blob) }),
  pick: (what: Wanted) => through((t) => t.pick(what)),
  saveTo: () => through((t) => t.saveTo()),
  open: (token: Parameters<Transport['open']>[0]) => through((t) => t.open(token)),
};
