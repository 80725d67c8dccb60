/** What the journey needs of a browser: the few commands of WebDriver that both understand. */
export interface Driver {
  /** Resolves when the page has loaded, and where it cannot be had. */
  go(url: string): Promise<void>;
  /** Run the body of a function in the page; its last argument is called with the result. */
  runAsync(script: string, args: unknown[]): Promise<unknown>;
  /** Type into the element that the selector finds: a path, for a file button. */
  type(selector: string, text: string): Promise<void>;
  end(): Promise<void>;
}

/** How long one step in the page may take. */
export const STEP_MS = 90_000;
