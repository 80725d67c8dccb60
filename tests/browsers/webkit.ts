import { otherBrowsers } from '../../scripts/other-browsers.mjs';
import { STEP_MS, type Driver } from './driver';
import { startProgram } from './program';

/** WebKit's fastest code is compiled after some seconds of work, for half a minute: a test ends before it is used. */
const COMPILE_LESS = { JSC_useOMGJIT: '0' };
const NO_GRAPHICS = {
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
};

/** MiniBrowser on a screen of its own, driven by WebKitWebDriver. Its session is private: nothing survives its end. */
export async function startWebKit(): Promise<Driver> {
  const found = otherBrowsers().webkit;
  if (!found) throw new Error('WebKitGTK is not here: install webkit2gtk-driver and xvfb');
  const screen = startProgram(found.screen, [
    '-displayfd',
    '1',
    '-screen',
    '0',
    '1280x1000x24',
    '-nolisten',
    'tcp',
  ]);
  const display = `:${(await screen.says(/^(\d+)$/m))[1]}`;
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const driver = startProgram(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    DISPLAY: display,
    ...NO_GRAPHICS,
    ...COMPILE_LESS,
  });
  const end = async () => {
    await driver.end();
    await screen.end();
  };
  const call = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const { value } = (await response.json()) as { value: unknown };
    const failed = value as { error?: string; message?: string } | null;
    if (!response.ok) throw new Error(`${path}: ${failed?.error} ${failed?.message}`);
    return value;
  };
  const options = { binary: found.browser, args: ['--automation'] };
  const asked = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } };
  try {
    const { sessionId } = (await untilUp(() => call('/session', asked))) as { sessionId: string };
    const send = (path: string, body: object = {}) => call(`/session/${sessionId}${path}`, body);
    await send('/timeouts', { script: STEP_MS, pageLoad: STEP_MS });
    return {
      go: async (url) => void (await send('/url', { url })),
      runAsync: (script, args) => send('/execute/async', { script, args }),
      async type(selector, text) {
        const found = (await send('/element', { using: 'css selector', value: selector })) as object;
        await send(`/element/${Object.values(found)[0]}/value`, { text });
      },
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The driver listens a moment after it was started. */
async function untilUp<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TypeError) || tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
