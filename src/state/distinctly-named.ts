/** The files, each under a name of its own: choices and hashes go by name, and folders have namesakes. */
export function distinctlyNamed(files: readonly File[]): File[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let name = file.name;
    for (let n = 2; taken.has(name); n++) name = file.name.replace(/(\.[^.]*)?$/, ` (${n})$1`);
    taken.add(name);
    return name === file.name ? file : new File([file], name, { lastModified: file.lastModified });
  });
}
