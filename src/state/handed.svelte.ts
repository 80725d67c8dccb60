import { SHARED_ASK, SHARED_QUERY } from '../domain/shared-files';

/** The queue of files that the installed page is opened with; only some browsers have it. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Files that the system hands to the installed page: opened with it, or shared to it. They go the way of a dropped file. */
class Handed {
  waiting = $state.raw<File[]>([]);

  start(): void {
    const queue = (globalThis as { launchQueue?: LaunchQueue }).launchQueue;
    queue?.setConsumer(({ files = [] }) => void this.#open(files));
    if (location.search === SHARED_QUERY) this.#askShared();
  }

  /** Whoever takes them opens them. */
  take(): File[] {
    const files = this.waiting;
    this.waiting = [];
    return files;
  }

  async #open(handles: readonly FileSystemFileHandle[]): Promise<void> {
    this.waiting = [...this.waiting, ...(await Promise.all(handles.map((handle) => handle.getFile())))];
  }

  /** They are in the memory of the service worker alone, and given once: a reload of this address would find nothing. */
  #askShared(): void {
    history.replaceState(history.state, '', location.pathname + location.hash);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<File[]>) => {
      this.waiting = [...this.waiting, ...data];
      port1.close();
    };
    navigator.serviceWorker?.controller?.postMessage(SHARED_ASK, [port2]);
  }
}

export const handed = new Handed();
