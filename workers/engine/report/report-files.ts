import type { ReportFile } from '../../../src/domain/report';
import type { Shop } from '../shop';

/** Every table with the file that it came from, for the report. */
export function reportFiles({ files, tables }: Shop): Promise<ReportFile[]> {
  return Promise.all(
    tables.map(async ({ name, member, sheet, role, rows }) => {
      const file = files.find((one) => one.name === name);
      return {
        name,
        bytes: file?.bytes ?? 0,
        sha256: (await file?.sha256()) ?? '',
        rows,
        sheet,
        member,
        role,
      };
    }),
  );
}
