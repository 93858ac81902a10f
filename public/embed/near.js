// Waiting until an element comes near the viewport.

/** @type {WeakMap<Element, () => void>} */
const waiting = new WeakMap();

/** @type {IntersectionObserver | undefined} */
let observer;

/**
 * Calls back once the element is near; at once where no engine can tell.
 * @param {Element} element @param {() => void} then
 */
export function whenNear(element, then) {
  if (!globalThis.IntersectionObserver) return then();
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.();
    },
    { rootMargin: "800px" },
  );
  waiting.set(element, then);
  observer.observe(element);
}

/** @param {Element} element that need not be waited for any more */
export function forget(element) {
  if (waiting.delete(element)) observer?.unobserve(element);
}
