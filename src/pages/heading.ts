/**
 * An attachment that puts the keyboard on the page's heading each time `page` changes, not on the first page. A heading
 * that is replaced while its answer is loaded hands the focus on to the one that follows it.
 */
export function headingFocus(page: () => string) {
  let before: string | null = null;
  return (host: HTMLElement) => {
    const now = page();
    const moved = before !== null && before !== now;
    before = now;
    if (!moved) return;
    let last: HTMLElement | null = null;
    const focus = () => {
      const heading = host.querySelector<HTMLElement>('h1');
      if (!heading || heading === last) return;
      last = heading;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    scrollTo(0, 0);
    focus();
    // In a task of its own: focus lays the page out, and the page has just been written.
    const follow = new MutationObserver(() =>
      setTimeout(() => document.activeElement === document.body && focus()),
    );
    follow.observe(host, { childList: true, subtree: true });
    return () => follow.disconnect();
  };
}
