// The server's door.
export { type Listener, listen } from './listen.ts';
export { serveExercise, startModelExercise } from './serve.ts';
