import { invoke } from '@tauri-apps/api/core';
import type { Token } from '../generated/api';
import type { Transport } from './transport';

export const tauri: Transport = {
  call: (name, args) => invoke('call', { name, args }),
  pick: (what) => invoke<Token | null>('pick_file', { what }),
  saveTo: async () => (await invoke<Token | null>('choose_folder'))?.token,
  open: async ({ token }) => void (await invoke('open', { token })),
};
