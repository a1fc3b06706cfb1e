/** "1 hub", "3 hubs"; with `many` "1 person", "3 people". Digits stay ungrouped, as everywhere on the terminal. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
