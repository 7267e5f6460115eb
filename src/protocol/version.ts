/** The version of the wire. A test holds the hash of all schemas against it: who changes a message raises it. */
export const protocolVersion = 4;
