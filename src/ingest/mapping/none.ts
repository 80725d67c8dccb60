/** The answer to "which column?" that there is none. */
export const NONE = '';
