// The commands' door.
export { main } from './main.ts';
