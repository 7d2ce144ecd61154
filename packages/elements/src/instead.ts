/** A handler that does `act` in place of what the browser would do. */
export function instead(act: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    act();
  };
}
