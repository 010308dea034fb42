/** An independent reader of a whole RFC 4180 file. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isQuoted && char === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === ',' || text.startsWith('\r\n', at))) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === ',') continue;
      rows.push([]);
      at += 1;
    } else cell += char;
  }
  return rows.slice(0, -1);
}

/** Rows by the names of their columns; a row of another width is a fault of the file. */
export function csvTable(text: string): Record<string, string>[] {
  const [header = [], ...rows] = csvRows(text);
  return rows.map((row) => {
    if (row.length !== header.length)
      throw new Error(`a row has ${row.length} cells, the head ${header.length}`);
    return Object.fromEntries(header.map((column, index) => [column, row[index] ?? '']));
  });
}
