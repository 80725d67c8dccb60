import { moduleOfApp } from '../engine/client/part';

const MIME = 'text/csv';

/** The sample shop as a file, made in slices so that the page stays awake. */
export async function sampleFile(): Promise<File> {
  const { sampleFileName, sampleShop } = await moduleOfApp(() => import('../sample/shop'));
  const parts: string[] = [];
  for (const chunk of sampleShop().chunks()) {
    parts.push(chunk);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new File(parts, sampleFileName, { type: MIME });
}
