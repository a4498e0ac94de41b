/** An address within the page for bytes from the core; whoever asked gives it back with `URL.revokeObjectURL`. */
export function addressOf(base64: string, type: string): string {
  return URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type }));
}
