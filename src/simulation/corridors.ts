/**
 * A way along which planted networks work. Price ranges per leg and person follow published figures (UNODC, IOM,
 * Europol and press reports of 2008-2025); currency and year are dropped, since only their spread matters here.
 */
export interface WorldCorridor {
  readonly id: string;
  /** Countries where the families live who pay. */
  readonly sponsors: readonly string[];
  /** Countries along the way, in order of travel. */
  readonly route: readonly string[];
  /** Lowest and highest usual price of each leg. */
  readonly legs: readonly (readonly [number, number])[];
}

export const WORLD_CORRIDORS: readonly WorldCorridor[] = [
  corridor('eastern-med', 'DE SE NL GB', 'TR GR', [800, 1500], [1000, 3000]),
  corridor('western-balkans', 'DE AT FR SE', 'GR RS HU', [1000, 2000], [1000, 2000], [1000, 2000]),
  corridor('channel', 'GB DE FR', 'DE FR', [1000, 2500], [2000, 5000]),
  corridor('us-south-west', 'US', 'MX US', [2500, 3500], [4000, 6000]),
  corridor('central-med', 'IT DE FR SE', 'ET LY IT', [2500, 4000], [1000, 2500]),
  corridor('belarus-baltic', 'DE SE FR', 'TR PL DE', [1500, 4000], [1500, 5000]),
  corridor('west-africa-atlantic', 'ES FR IT', 'SN ES', [530, 915], [300, 700]),
  corridor('horn-north', 'GB SE IT US', 'ET LY', [3000, 4500], [1272, 2114]),
];

/**
 * Ways that only the broader networks know, through countries of the other regimes: land and sea from South Asia, from
 * Central America, from Morocco and by way of Libya (UNODC 2018, IOM 2016 and press reports of 2015-2025).
 */
export const FURTHER_CORRIDORS: readonly WorldCorridor[] = [
  corridor('pakistan-europe', 'GB IT GR DE ES PK', 'PK TR GR RS', [1000, 3000], [1000, 3000], [1000, 2000]),
  corridor('central-america', 'US GT HN', 'GT HN MX US', [2000, 5000], [2500, 6000]),
  corridor('morocco-atlantic', 'ES FR IT NL MA', 'MA ES', [530, 915]),
  corridor('egypt-libya', 'IT EG BD', 'EG LY IT', [1000, 4000]),
];

function corridor(id: string, sponsors: string, route: string, ...legs: [number, number][]): WorldCorridor {
  return { id, sponsors: sponsors.split(' '), route: route.split(' '), legs };
}
