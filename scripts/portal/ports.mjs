import { createServer } from 'node:net';
import { Complaint } from '../running/Complaint.mjs';

const LOOPBACK = '127.0.0.1';

/** A port that nobody listens on at this moment. */
export async function freePort() {
  return listenOnce(0);
}

/**
 * @param {number} port
 * @param {{ purpose: string, variable: string }} use
 */
export async function refuseTakenPort(port, { purpose, variable }) {
  try {
    await listenOnce(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Complaint(
      `Port ${port}, meant for ${purpose}, is in use: stop what listens there (perhaps another \`npm start\`), or choose another with ${variable}=<port>.`,
    );
  }
}

function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const { port: chosen } = server.address();
      server.close(() => resolve(chosen));
    });
  });
}
