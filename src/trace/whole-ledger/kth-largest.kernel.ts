/**
 * The k-th largest of values[0 .. length), 1 <= k <= length; reorders them. Quickselect with the median of three as
 * pivot: no chance in it. O(length) expected on data that was not made against it, O(length^2) at worst.
 */
export function kthLargest(values: Float64Array, length: number, k: number): number {
  let low = 0;
  let high = length - 1;
  const wanted = k - 1;
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! > pivot) left++;
      while (values[right]! < pivot) right--;
      if (left > right) break;
      const kept = values[left]!;
      values[left++] = values[right]!;
      values[right--] = kept;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else return pivot;
  }
  return values[wanted]!;
}

function medianOfThree(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : a < c ? c : a;
  return a < c ? a : b < c ? c : b;
}
