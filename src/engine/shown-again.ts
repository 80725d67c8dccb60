/**
 * Thrown where a page is shown again out of the browser's cache of pages before its worker has begun. Chromium never starts a worker whose
 * script was being loaded as the page was left, and says nothing of it, so that another has to take its place.
 */
export class NotBegun extends Error {
  override name = 'NotBegun';
}

/** Told when the page is shown again out of the browser's cache of pages. Returns what ends that. */
export function onShownAgain(tell: () => void): () => void {
  const listener = ({ persisted }: PageTransitionEvent) => persisted && tell();
  addEventListener('pageshow', listener);
  return () => removeEventListener('pageshow', listener);
}
