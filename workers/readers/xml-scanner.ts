/** What is told of a document; names come without their prefix (`x:row` is `row`). */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  /**
   * A shortcut for what stands in a document a million times: the handler may take a whole element that begins at `at`, where
   * it is there whole and of the plainest form, and give the index after it; else -1, and it is told piece by piece.
   */
  take?(text: string, at: number): number;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its five named and its numbered entities resolved; any other stays as it stands. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, number, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    const code = hex ? parseInt(String(hex), 16) : Number(number);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute of a tag, or undefined. The name is without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const fast = ` ${name}="`;
  const at = attributes.indexOf(fast);
  if (at >= 0) {
    const from = at + fast.length;
    return decoded(attributes.slice(from, attributes.indexOf('"', from)));
  }
  if (!attributes.includes(name)) return undefined;
  let pattern = patterns.get(name);
  if (!pattern)
    patterns.set(
      name,
      (pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)),
    );
  const found = pattern.exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? '') : undefined;
}

/** Whether a quote that is opened between these places is not closed there. */
function isInsideQuotes(text: string, from: number, to: number): boolean {
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (quote === 0) {
      if (code === 34 || code === 39) quote = code;
    } else if (code === quote) quote = 0;
  }
  return quote !== 0;
}

const SPACE_OR_END = /[\s/]/;
const withoutPrefix = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Cuts XML into tags and text while it streams past, holding at most one tag or text. No entity is ever defined,
 * no document type read: the byte stream before it refuses both.
 */
export class XmlScanner {
  #rest = '';
  readonly #handler: XmlHandler;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(chunk: string): void {
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.#handler.text(decoded(text.slice(at, open)));
      at = open;
      const taken = this.#handler.take?.(text, open) ?? -1;
      if (taken >= 0) {
        at = taken;
        continue;
      }
      const next = text.charCodeAt(open + 1);
      const end = next === 33 ? this.#mark(text, open) : this.#tag(text, open);
      if (end < 0) break;
      at = end;
    }
    this.#rest = at === 0 ? text : text.slice(at);
  }

  /** A comment or a CDATA section; the index after it, or -1 where it has not ended yet. */
  #mark(text: string, open: number): number {
    if (text.startsWith('<!--', open)) return endOf(text, '-->', open + 4);
    if (text.startsWith('<![CDATA[', open)) {
      const end = endOf(text, ']]>', open + 9);
      if (end >= 0) this.#handler.text(text.slice(open + 9, end - 3));
      return end;
    }
    return text.length - open < 9 ? -1 : endOf(text, '>', open);
  }

  #tag(text: string, open: number): number {
    let close = text.indexOf('>', open);
    if (close < 0) return -1;
    // `>` may stand inside an attribute.
    for (let equals = text.indexOf('=', open); equals >= 0 && equals < close; equals = close) {
      if (!isInsideQuotes(text, open, close)) break;
      close = text.indexOf('>', close + 1);
      if (close < 0) return -1;
    }
    const first = text.charCodeAt(open + 1);
    if (first === 47) this.#handler.close(withoutPrefix(text.slice(open + 2, close).trimEnd()));
    else if (first !== 63) {
      const closes = text.charCodeAt(close - 1) === 47;
      const tag = text.slice(open + 1, closes ? close - 1 : close);
      const gap = tag.search(SPACE_OR_END);
      const name = withoutPrefix(gap < 0 ? tag : tag.slice(0, gap));
      this.#handler.open(name, gap < 0 ? '' : tag.slice(gap));
      if (closes) this.#handler.close(name);
    }
    return close + 1;
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}
