/**
 * A promise that nobody has to wait for: when it fails, the console stays silent.
 * @template T @param {Promise<T>} promise @returns {Promise<T>} itself
 */
export function quiet(promise) {
  promise.catch(() => {});
  return promise;
}
