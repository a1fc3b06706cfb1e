/** Greatest size of a one-to-one matching and its least cost, by trying everything. `cost[i][j]` undefined = not allowed. */
export function bestMatching(cost: readonly (readonly (number | undefined)[])[]): { size: number; cost: number } {
  const taken = new Set<number>();
  const from = (left: number): { size: number; cost: number } => {
    if (left === cost.length) return { size: 0, cost: 0 };
    let best = from(left + 1);
    cost[left]!.forEach((price, right) => {
      if (price === undefined || taken.has(right)) return;
      taken.add(right);
      const rest = from(left + 1);
      taken.delete(right);
      const size = rest.size + 1;
      if (size > best.size || (size === best.size && rest.cost + price < best.cost))
        best = { size, cost: rest.cost + price };
    });
    return best;
  };
  return from(0);
}
