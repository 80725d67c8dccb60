import { SERVICE_WORKER, trustedScriptUrl } from '../engine/trusted';
import { words } from '../i18n/words';
import { engine } from './engine';

const SETTLING_MS = 2000;
const ENGINE_LIMIT_MS = 10_000;

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether the page works without its server, and whether a newer version waits for the person's word. */
export class Offline {
  /** False where the browser or the address (not https, not localhost) has no service workers. */
  available = $state(false);
  /** Every file of the app is kept in the browser: the server may go. */
  ready = $state(false);
  /** A newer version is here, complete, and waits. Nothing changes until `applyUpdate`. */
  updateWaiting = $state(false);
  /** Another tab has applied an update: this tab works on with its own version until it is reloaded. */
  updatedElsewhere = $state(false);
  /** Why offline use could not be set up, for the status panel. */
  failure = $state<string | null>(null);

  #registration: ServiceWorkerRegistration | null = null;
  #asked = false;

  /**
   * Registers the service worker a moment after the page has loaded and its engine runs: fetching and hashing every file
   * would compete with both, and with the first file.
   */
  async start(): Promise<void> {
    const container = globalThis.navigator?.serviceWorker as ServiceWorkerContainer | undefined;
    if (!container || import.meta.env.DEV) return;
    this.available = true;
    await loaded();
    // An engine that cannot start says so itself; the page is kept for offline use all the same.
    await Promise.race([engine.ready.catch(() => undefined), after(ENGINE_LIMIT_MS)]);
    await after(SETTLING_MS);
    const hadController = container.controller !== null;
    container.addEventListener('controllerchange', () => {
      if (this.#asked) location.reload();
      else if (hadController) this.updatedElsewhere = true;
    });
    try {
      const url = trustedScriptUrl(SERVICE_WORKER) as string;
      this.#registration = await container.register(url, { updateViaCache: 'none' });
      this.#watch(this.#registration);
      await container.ready;
      this.ready = true;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** Switch to the version that waits and reload this page with it. Other tabs keep theirs until they reload. */
  applyUpdate(): void {
    this.#asked = true;
    this.#registration?.waiting?.postMessage('apply-update');
  }

  #watch(registration: ServiceWorkerRegistration) {
    const look = () => {
      this.updateWaiting = registration.waiting !== null && registration.active !== null;
    };
    const follow = (installing: ServiceWorker | null) =>
      installing?.addEventListener('statechange', () => {
        look();
        if (installing.state === 'redundant' && !registration.active) this.failure = words.offline.notStored;
      });
    look();
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
  }
}

const loaded = () =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise<void>((resolve) => addEventListener('load', () => resolve(), { once: true }));

export const offline = new Offline();
