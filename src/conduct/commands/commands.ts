/** Every command there is. A command is an order with a client-made identifier; `decide` answers it. */
import type * as z from 'zod';
import type { MicroInstant } from '../../kernel/index.ts';
import { evaluationCommands } from './evaluation.ts';
import { playCommands } from './play.ts';
import { runningCommands } from './running.ts';
import { safetyCommands } from './safety.ts';

export const commandSchemas = { ...runningCommands, ...playCommands, ...evaluationCommands, ...safetyCommands } as const;

export type CommandType = keyof typeof commandSchemas;
export type OrderOf<T extends CommandType> = Readonly<z.output<(typeof commandSchemas)[T]>>;

/** `by` is the post that orders, `at` the origin's time, `expected` the version of the entity its author saw. */
export type Command = {
  readonly [T in CommandType]: {
    readonly id: string;
    readonly type: T;
    readonly by: string;
    readonly at: MicroInstant;
    readonly expected?: number;
    readonly order: OrderOf<T>;
  };
}[CommandType];
