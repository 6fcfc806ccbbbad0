import type { QueryClient } from '@tanstack/react-query';
import { host } from '#/host';
import { queries } from './query';

/*
 * The screen's one listener to the platform's events. An event names a kind and an id, never content:
 * what an open page shows is asked for anew.
 */

/** `connecting` until the first answer; `lost` after a connection that had been there went away. */
export type Connection = 'connecting' | 'open' | 'lost';

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15_000;
/** The platform says something at least every 15 seconds; silence for longer is a connection that nobody closed. */
const SILENCE_MS = 40_000;

let connection: Connection = 'connecting';
const watchers = new Set<() => void>();

export function watchConnection(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function currentConnection(): Connection {
  return connection;
}

function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const watcher of watchers) watcher();
}

let hurry: () => void = () => undefined;

/** Tries now instead of at the next turn. */
export function reconnectNow(): void {
  hurry();
}

interface Change {
  kind: string;
  id: string;
}

/** What else shows a thing of this kind. */
const SHOWN_BY: Readonly<Record<string, readonly string[]>> = {
  domain: ['domain', 'data-product', 'plan', 'search', 'person', 'team', 'notification', 'audit', 'decision'],
  'data-product': ['data-product', 'domain', 'search', 'person', 'notification', 'audit', 'decision'],
  publication: ['publication', 'data-product', 'audit'],
  person: ['person', 'plan', 'domain', 'data-product', 'team', 'service-account', 'audit', 'decision'],
  team: ['team', 'person', 'domain', 'data-product', 'search', 'audit', 'decision'],
  'service-account': ['service-account', 'person', 'audit'],
  notification: ['notification'],
  workspace: ['workspace', 'session', 'local-workspace'],
};

export function keysToRefresh(change: Change): readonly string[] {
  return SHOWN_BY[change.kind] ?? [];
}

/** One event out of the lines of a text/event-stream. Lines other than id, event and data are comments to us. */
export function parseEvent(lines: readonly string[]): { id: string | null; event: string; data: string } {
  const found = { id: null as string | null, event: 'message', data: [] as string[] };
  for (const line of lines) {
    const [, field, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'id') found.id = value;
    if (field === 'event') found.event = value;
    if (field === 'data') found.data.push(value);
  }
  return { id: found.id, event: found.event, data: found.data.join('\n') };
}

/** The events of a stream, complete ones only; an event cut off at the end is never told. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, onBytes: () => void = () => undefined) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes();
    rest += decoder.decode(value, { stream: true }).replaceAll('\r\n', '\n');
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      yield parseEvent(rest.slice(0, end).split('\n'));
      rest = rest.slice(end + 2);
    }
  }
}

function readChange(data: string): Change | null {
  const change: unknown = JSON.parse(data);
  if (typeof change !== 'object' || change === null) return null;
  const { kind, id } = change as Record<string, unknown>;
  return typeof kind === 'string' && typeof id === 'string' ? { kind, id } : null;
}

async function listen(
  queryClient: QueryClient,
  lastId: string | null,
  signal: AbortSignal,
  heard: (id: string) => void,
) {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (lastId !== null) headers['Last-Event-ID'] = lastId;
  const silent = new AbortController();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const hear = () => {
    clearTimeout(silence);
    silence = setTimeout(() => silent.abort(), SILENCE_MS);
  };
  signal.addEventListener('abort', () => silent.abort(), { once: true });
  hear();
  const response = await host.transport(
    new Request(`${location.origin}/api/v1/events`, { headers, signal: silent.signal }),
  );
  if (!response.ok || response.body === null) throw new Error(`events: ${response.status}`);
  if (connection === 'lost') {
    // What was missed may reach further back than the platform remembers.
    void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }
  // Between their first reading and this moment nobody would have told of a new one.
  if (connection === 'connecting') void queryClient.invalidateQueries({ queryKey: ['notification'] });
  setConnection('open');
  for await (const { id, event, data } of eventsOf(response.body, hear)) {
    if (id !== null) heard(id);
    const change = event === 'change' ? readChange(data) : null;
    if (change === null) continue;
    for (const key of keysToRefresh(change)) void queryClient.invalidateQueries({ queryKey: [key] });
    if (change.kind === 'person' && change.id === queryClient.getQueryData(queries.session().queryKey)?.person.id) {
      // Another role means other rights.
      void queryClient.invalidateQueries({ queryKey: ['session'] });
    }
  }
}

/** Follows the events as long as someone is signed in; comes back by itself after a loss. Returns the way to stop. */
export function followEvents(queryClient: QueryClient): () => void {
  let lastId: string | null = null;
  let person: string | null = null;
  let current: AbortController | null = null;

  async function follow(signal: AbortSignal) {
    let wait = FIRST_RETRY_MS;
    while (!signal.aborted) {
      try {
        await listen(queryClient, lastId, signal, (id) => {
          lastId = id;
          wait = FIRST_RETRY_MS;
        });
      } catch {
        // Which way it failed makes no difference: it is tried again until it works or nobody is signed in.
      }
      if (signal.aborted) return;
      if (connection === 'open') setConnection('lost');
      await new Promise<void>((resolve) => {
        hurry = resolve;
        setTimeout(resolve, wait);
      });
      wait = Math.min(wait * 2, LAST_RETRY_MS);
    }
  }

  function update() {
    const session = queryClient.getQueryData(queries.session().queryKey);
    // Without a role there is nothing to follow.
    const now = session?.person.role == null ? null : session.person.id;
    if (now === person) return;
    person = now;
    current?.abort();
    current = null;
    lastId = null;
    setConnection('connecting');
    if (now === null) return;
    current = new AbortController();
    void follow(current.signal);
  }

  const stop = queryClient.getQueryCache().subscribe((event) => {
    if (event.query.queryKey[0] === 'session') update();
  });
  update();
  // The machine knows before any timer that it is back on a network.
  window.addEventListener('online', reconnectNow);
  return () => {
    window.removeEventListener('online', reconnectNow);
    stop();
    current?.abort();
  };
}
