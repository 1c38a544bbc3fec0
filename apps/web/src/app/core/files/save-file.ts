/** Has the browser save a file that is made here, or that only comes with an access token. */
export function saveFile(document: Document, file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not at once: some browsers only start to read it then.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
