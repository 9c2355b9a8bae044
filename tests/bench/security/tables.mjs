// Reads what spreadsheets read (RFC 4180).

/** The rows of a table, each a list of cells. */
export function readTable(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let found = cell.exec(text); found !== null && found[0] !== ''; found = cell.exec(text)) {
    rows.at(-1).push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Cells that a spreadsheet would work out instead of showing them. */
export const formulas = (rows) => rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell));
