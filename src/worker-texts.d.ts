declare module 'virtual:worker-texts' {
  /** Paths relative to the page, with the hash of their content in the name. */
  export const engine: string;
  export const reader: string;
  export const oldReader: string;
  export const model: string;
  export const wasm: string;
}
declare const __APP_VERSION__: string;
