// Inserts rows several at a time: to call SQLite, start a statement and take its result costs about as much as a row itself.
import type Database from 'better-sqlite3';

/** Bytes are good for a column that is cast to text. */
type Value = string | number | null | Uint8Array;

const rowsInStatement = 16;

/** How rows of a table are put into it, one or several at once. */
export class Insert {
  readonly columns: number;
  readonly one: Database.Statement;
  readonly many: Database.Statement;

  /** `into` names the table and its columns; `row` is what stands in brackets for each row. */
  constructor(prepare: (sql: string) => Database.Statement, into: string, row: string) {
    this.columns = row.split('?').length - 1;
    this.one = prepare(`INSERT INTO ${into} VALUES (${row})`);
    this.many = prepare(`INSERT INTO ${into} VALUES ${Array(rowsInStatement).fill(`(${row})`).join(', ')}`);
  }
}

/**
 * Rows on their way into a table: they are there after `flush`, or once a statement is full. Rows of one statement must lie beside each
 * other in the table: where they lie apart, SQLite takes half as long again as for one by one.
 */
export class RowsAtOnce {
  readonly #insert: Insert;
  #values: Value[] = [];

  constructor(insert: Insert) {
    this.#insert = insert;
  }

  put(...values: Value[]): void {
    this.#values.push(...values);
    if (this.#values.length < rowsInStatement * this.#insert.columns) return;
    const full = this.#values;
    this.#values = [];
    this.#insert.many.run(...full);
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#values.length === 0) return;
    const { one, columns } = this.#insert;
    const waiting = this.#values;
    this.#values = [];
    for (let at = 0; at < waiting.length; at += columns) one.run(...waiting.slice(at, at + columns));
  }

  /** Forgets what waits, with the transaction that it belonged to. */
  drop(): void {
    this.#values = [];
  }
}
