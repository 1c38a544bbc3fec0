/** Has the browser save a file that is made here, or that only comes with an access token. */
export function saveFile(document: Document, file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not at once: some browsers only start to read it then.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Has the browser itself fetch a file from an address that needs no access token; the page stays. */
export function followDownload(document: Document, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
