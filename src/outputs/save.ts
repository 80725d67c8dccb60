const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"/\\|?*]+/gu;

/**
 * A file name that every system takes: no path, no controls or bidi marks, no leading dot or dash, no reserved
 * name, at most 80 characters before the ending.
 */
export function safeFileName(name: string, ending: string): string {
  const plain = name
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^[-.~$=+@]+|[-. ]+$/g, '');
  const short = [...plain]
    .slice(0, 80)
    .join('')
    .replace(/[-. ]+$/, '');
  const base =
    short === '' || RESERVED.test(short.split('.')[0] ?? '') ? `regulars${short ? `-${short}` : ''}` : short;
  return `${base}.${ending}`;
}

/** Hands a text to the browser as a file to save; nothing is sent anywhere. Gives the name of the file. */
export function saveFile(text: string | Blob, name: string, ending: string, type: string): string {
  const fileName = safeFileName(name, ending);
  const address = URL.createObjectURL(typeof text === 'string' ? new Blob([text], { type }) : text);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Browsers start the download after the click returns; a minute is enough for the slowest to have taken the blob.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return fileName;
}
