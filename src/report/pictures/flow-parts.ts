/** A node of the flow before it has a place. */
export interface FlowNode {
  readonly key: string;
  readonly column: number;
  /** Order inside its column before crossings are reduced. */
  readonly rank: number;
}

export interface FlowLink {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface PlacedNode {
  /** Along the journey, and across it. */
  readonly along: number;
  readonly across: number;
  readonly size: number;
  readonly sumIn: number;
  readonly sumOut: number;
}

export interface PlacedLink {
  readonly way: 'forward' | 'inside' | 'backward';
  /** Middle of its ends across the journey, and its width. */
  readonly start: number;
  readonly end: number;
  readonly width: number;
}
