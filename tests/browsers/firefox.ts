import { connect, type Socket } from 'node:net';
import { otherBrowsers } from '../../scripts/other-browsers.mjs';
import { STEP_MS, type Driver } from './driver';
import { startProgram } from './program';

type Answer = [type: number, id: number, error: { message: string } | null, result: unknown];

/** Marionette's wire: each message is its length, a colon and JSON. */
function marionette(socket: Socket) {
  const waiting = new Map<number, (answer: Answer) => void>();
  let received = Buffer.alloc(0);
  let last = 0;
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString()) as Answer;
      received = received.subarray(end);
      if (Array.isArray(message)) waiting.get(message[1])?.(message);
    }
  });
  const gone = (why: string) => {
    for (const [id, tell] of waiting) tell([1, id, { message: why }, null]);
  };
  socket.on('error', (error) => gone(error.message));
  socket.on('close', () => gone('Firefox has closed the connection'));
  return (command: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ([, , error, result]) => {
        waiting.delete(id);
        if (error) reject(new Error(`${command}: ${error.message}`));
        else resolve((result as { value?: unknown } | null)?.value);
      });
      const text = JSON.stringify([0, id, command, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

/** Firefox without a window, on this profile: what is kept in it is there when it is started again. */
export async function startFirefox(profile: string): Promise<Driver> {
  const { firefox } = otherBrowsers();
  if (!firefox) throw new Error('Firefox is not here: install firefox-esr');
  const program = startProgram(firefox, ['--headless', '--no-remote', '--marionette', '--profile', profile], {
    MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
    HOME: profile,
  });
  try {
    const port = Number((await program.says(/Listening on port (\d+)/))[1]);
    const socket = connect(port, '127.0.0.1');
    const send = marionette(socket);
    await send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    await send('WebDriver:SetTimeouts', { script: STEP_MS, pageLoad: STEP_MS });
    return {
      go: async (url) => void (await send('WebDriver:Navigate', { url })),
      runAsync: (script, args) => send('WebDriver:ExecuteAsyncScript', { script, args }),
      async type(selector, text) {
        const found = (await send('WebDriver:FindElement', {
          using: 'css selector',
          value: selector,
        })) as object;
        await send('WebDriver:ElementSendKeys', { id: Object.values(found)[0] as string, text });
      },
      async end() {
        // It writes what is kept to the disk as it ends; then whatever is left of it is ended.
        await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
        socket.destroy();
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await program.end();
      },
    };
  } catch (error) {
    await program.end();
    throw error;
  }
}
