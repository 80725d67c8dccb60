import { otherBrowsers } from '../../scripts/other-browsers.mjs';

/**
 * Whether the journey runs in this browser: where it is installed, and everywhere with CI=true, so that one that is missing
 * there is red. Elsewhere its steps count as skipped.
 */
export const isHere = (
  browser: 'firefox' | 'webkit',
  env: Record<string, string | undefined> = process.env,
  found: { firefox: unknown; webkit: unknown } = otherBrowsers(),
): boolean => found[browser] !== null || env.CI === 'true';
