/** A long name with its middle left out: institution and last digits tell accounts apart. */
export function shortened(name: string, letters: number): string {
  if (name.length <= letters) return name;
  const tail = Math.min(6, Math.floor(letters / 2));
  return `${name.slice(0, letters - tail - 1).trim()}…${name.slice(-tail)}`;
}
