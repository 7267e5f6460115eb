// Moves boxes apart that would cover each other, each staying as near as it can to the point it belongs to.
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };

const gap = 6;
const rounds = 80;

/** The middles of the boxes, whose `x` and `y` are the points they belong to; inside the frame as far as there is room. */
export function apart(boxes: readonly Box[], frame: { readonly width: number; readonly height: number }): readonly Point[] {
  const placed = boxes.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < rounds; round++) {
    let isSettled = true;
    for (let first = 0; first < boxes.length; first++) {
      for (let second = first + 1; second < boxes.length; second++) {
        const [a, b, boxA, boxB] = [placed[first], placed[second], boxes[first], boxes[second]];
        if (a === undefined || b === undefined || boxA === undefined || boxB === undefined) continue;
        const across = (boxA.width + boxB.width) / 2 + gap - Math.abs(a.x - b.x);
        const down = (boxA.height + boxB.height) / 2 + gap - Math.abs(a.y - b.y);
        if (across <= 0 || down <= 0) continue;
        isSettled = false;
        // Along the shorter way, each half of it; of two at the same place the first goes up and left.
        if (across < down) {
          const push = (across / 2) * (a.x > b.x ? 1 : -1);
          a.x += push;
          b.x -= push;
        } else {
          const push = (down / 2) * (a.y > b.y ? 1 : -1);
          a.y += push;
          b.y -= push;
        }
      }
    }
    placed.forEach((point, index) => {
      const box = boxes[index];
      if (box === undefined || !isIn(box, frame)) return;
      point.x = within(point.x, box.width / 2 + 2, frame.width - box.width / 2 - 2);
      point.y = within(point.y, box.height / 2 + 2, frame.height - box.height / 2 - 2);
    });
    if (isSettled) break;
  }
  return placed;
}

/** A site that was moved out of the window goes out of it. */
const isIn = ({ x, y }: Box, { width, height }: { readonly width: number; readonly height: number }): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= height;

const within = (value: number, least: number, most: number): number =>
  least > most ? (least + most) / 2 : Math.min(most, Math.max(least, value));
