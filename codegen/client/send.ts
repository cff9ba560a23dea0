/** Where hits go. */
export interface Tracker {
  /** The tracker's full URL, with the name it answers under. */
  url: string | URL;
  /** Sends in place of the global `fetch`, for example to retry. */
  fetch?: typeof globalThis.fetch;
  /** Options of every request, for example `credentials` or `headers`. */
  init?: RequestInit;
}

/** How a tracker answered. */
export interface Sent {
  /** HTTP status; 0 when the browser hides the answer of another origin. */
  status: number;
  ok: boolean;
  /** True when the browser sent the request but hides its answer. */
  hidden: boolean;
  /** Body of the answer; empty when it is hidden. */
  body: Uint8Array;
}

/** Sends one request and reads the answer to its end. Rejects only when no answer comes. */
export async function send(tracker: Tracker, address: string, init: RequestInit): Promise<Sent> {
  const given = tracker.init ?? {};
  const headers = {
    ...Object.fromEntries(new Headers(given.headers)),
    ...Object.fromEntries(new Headers(init.headers)),
  };
  const response = await (tracker.fetch ?? globalThis.fetch)(address, { ...init, ...given, headers });
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, ok: response.ok, hidden: response.type === 'opaque', body };
}

/** A page may send simple requests to other origins without asking them first, but then must not read the answer. */
export function withoutAsking(address: string): RequestInit {
  const page = (globalThis as { location?: { origin?: string } }).location?.origin;
  return page === undefined || page === new URL(address).origin ? {} : { mode: 'no-cors' };
}
