/**
 * What must be stopped however this process ends: by itself, by Ctrl+C, or by
 * a supervisor. Only `kill -9` leaves things behind.
 */
const endings = new Set();
let ending;

/**
 * @param {() => unknown} stop may return a promise
 * @returns {() => void} call it once there is nothing left to stop
 */
export function atEnd(stop) {
  endings.add(stop);
  return () => endings.delete(stop);
}

/** Stops everything, the latest first; one failure does not spare the rest. */
export function endAll() {
  // Once: a second signal waits for the first to finish.
  ending ??= stopEach();
  return ending;
}

async function stopEach() {
  for (const stop of [...endings].reverse()) {
    try {
      await stop();
    } catch (error) {
      console.error(error);
    }
  }
}

/** From now on a signal ends everything before the process. */
export function endAllOnSignals() {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, async () => {
      await endAll();
      process.exit(code);
    });
  }
}
