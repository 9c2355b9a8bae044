/** How far from the window the comments are when they are loaded: about a flick of the thumb. */
const AHEAD = '800px 0px';

/** Whether the address leads to the comments or to one of them. */
const isLinked = (): boolean => location.hash.startsWith('#tribune');

/**
 * Calls back once when the reader comes near an element, or follows a link to a comment; at once where they have.
 * @returns gives it up
 */
export function whenNear(element: Element, start: () => void): () => void {
  const begin = () => {
    stop();
    start();
  };
  const follow = () => isLinked() && begin();
  const sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && begin(), {
    rootMargin: AHEAD,
  });
  const stop = () => {
    sight.disconnect();
    removeEventListener('hashchange', follow);
  };
  sight.observe(element);
  addEventListener('hashchange', follow);
  follow();
  return stop;
}
