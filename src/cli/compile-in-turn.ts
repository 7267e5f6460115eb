// For commands whose own threads keep every core busy: each thread compiles what it runs, one function at a time.
import { setFlagsFromString } from 'node:v8';

/**
 * Compiling beside the threads takes no time off them where no core is free, and holds memory for each function under way: with 400 serials in two
 * threads 20 to 40 MB, and a tenth more processor time. To be called before a thread is begun; it is the whole process that changes.
 */
export const compileInTurn = (): void => setFlagsFromString('--no-concurrent-recompilation');
