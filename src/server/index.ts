// The server's door.
export { type Listener, listen } from './listen.ts';
