/** `look`: something was deleted or somebody forgotten. `tabs`: a tab has come or gone. `bye`: the writer goes. */
export type Hint = 'look' | 'tabs' | 'bye';

export interface Hints {
  tell(hint: Hint): void;
  close(): void;
}

/** Tabs tell each other where to look. A hint holds nothing, and may be lost: what counts stands in the database. */
export function hintsBetweenTabs(name: string, onHint: (hint: Hint) => void): Hints {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(`${name}:hints`);
  channel.onmessage = ({ data }: MessageEvent<Hint>) => onHint(data);
  // In Node, where the tests of this folder run, an open channel would keep the process alive.
  (channel as { unref?: () => void }).unref?.();
  return { tell: (hint) => channel.postMessage(hint), close: () => channel.close() };
}
