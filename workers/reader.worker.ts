import { expose } from 'comlink';
import type { ReaderApi } from '../src/engine/source-contract';
import { openSource } from './readers/open-source';

const api: ReaderApi = {
  open: (file, name, options, onShare) =>
    openSource(file, name, options, null, (share, unpacked) => void onShare(share, unpacked)),
};
expose(api);
postMessage('up');
