// A promise that is settled from outside. Nobody has to wait for it, so its failure is nobody's fault.

/** @template T */
export class Later {
  done = false;
  /** @type {(value: T) => void} */
  #resolve = () => {};
  /** @type {(error: unknown) => void} */
  #reject = () => {};
  /** @type {Promise<T>} */
  promise = quiet(
    new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    }),
  );

  /** @param {T} value */
  resolve(value) {
    this.done = true;
    this.#resolve(value);
  }

  /** @param {unknown} error */
  reject(error) {
    this.done = true;
    this.#reject(error);
  }
}

/** @template T @param {Promise<T>} promise @returns {Promise<T>} itself, and the console stays silent when it fails */
export function quiet(promise) {
  promise.catch(() => {});
  return promise;
}
